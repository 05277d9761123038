import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TOLD_KINDS } from '@deskbell/protocol/cobrowse.js';
import { CobrowseSecrets } from '../auth/cobrowse-secrets.js';
import { Tokens } from '../auth/tokens.js';
import { mayMeet } from '../domain/cobrowse.js';
import { MinuteLimit } from '../http/limit.js';
import { cobrowseDesk, type CobrowseDesk } from '../testing/cobrowse-desk.js';
import { trail } from '../testing/cobrowse.js';
import { takePass } from './passes.js';
import { recordTold } from './record-told.js';

const SECRET = 'the secret of the relay, known to nobody else';

const depsOf = ({ relay }: CobrowseDesk) => ({
  store: relay.store,
  tokens: new Tokens(relay.directory, relay.customers, () => relay.clock.now),
  now: () => relay.clock.now,
});

test('COB 4 CB7 a pass opens one socket, within half a minute, and says whose side it is', async (t) => {
  const desk = await cobrowseDesk(t);
  const deps = depsOf(desk);
  const shown = await desk.allowed();
  const { pass } = await desk.passOf(shown);
  const joined = await takePass(deps, pass);
  assert.deepEqual([joined.side, joined.session.id, mayMeet(joined.session)], ['customer', shown.session.id, true]);
  const own = (await desk.pass(shown.session.id)).body.pass as string;
  assert.equal((await takePass(deps, own)).side, 'agent');
  const late = (await desk.passOf(shown)).pass;
  const ended = (await desk.passOf(shown)).pass;
  desk.relay.clock.now += 30_000;
  const refused = { code: 'unauthorized', message: 'the pass was used, is older than half a minute, or was never given; get a new one' };
  for (const bad of [pass, own, late, 'never given', '']) await assert.rejects(takePass(deps, bad), refused);
  desk.relay.clock.now -= 30_000;
  await desk.end(shown.session.id);
  await assert.rejects(takePass(deps, ended), refused);
});

test('COB 1 CB4 before the customer allowed it the agent may wait there, and the two may not meet', async (t) => {
  const desk = await cobrowseDesk(t);
  const { session, code } = await desk.withCode();
  const waits = async () => takePass(depsOf(desk), (await desk.pass(session.id)).body.pass as string);
  assert.equal(mayMeet((await waits()).session), false);
  const shown = await desk.redeem(code);
  for (const joined of [await waits(), await takePass(depsOf(desk), (await desk.passOf(shown)).pass)])
    assert.equal(mayMeet(joined.session), false);
  await desk.allow(session.id, shown.ticket);
  assert.equal(mayMeet((await waits()).session), true);
});

test('COB 5 CB11 who was where, and who had control, is in the trail: origin and path, and nothing behind them', async (t) => {
  const desk = await cobrowseDesk(t);
  const { customer, conversation } = await desk.relay.talking();
  const { session } = await desk.inChat(conversation);
  const { ticket } = await desk.allow(session.id, customer.token);
  const joined = await takePass(depsOf(desk), (await desk.passOf({ session, ticket })).pass);
  await takePass(depsOf(desk), (await desk.pass(session.id)).body.pass as string);
  const limit = new MinuteLimit(100);
  const tell = (what: (typeof TOLD_KINDS)[number], page?: string) => recordTold(depsOf(desk), limit, joined.session, what, page);
  await tell('page', 'https://shop.example/cart?card=4111#top');
  await tell('page', `https://shop.example/\u0000a\n\ud800${'b'.repeat(3_000)}`);
  for (const what of TOLD_KINDS.filter((each) => each !== 'page')) await tell(what);
  const lines = (await trail(desk.relay.store)).slice(2);
  const about = { session: session.id, conversation };
  assert.deepEqual(lines[0], {
    n: 3,
    what: 'cobrowse.joined',
    at: desk.relay.clock.now,
    who: { id: customer.id, name: '', role: 'customer' },
    ...about,
    side: 'customer',
  });
  assert.deepEqual([lines[1]?.who, lines[1]?.what], [{ id: 'ana', name: 'Ana', role: 'agent' }, 'cobrowse.joined']);
  assert.ok(lines[2]?.what === 'cobrowse.page' && lines[3]?.what === 'cobrowse.page');
  assert.deepEqual([lines[2].page, lines[2].who.id], ['https://shop.example/cart', customer.id]);
  assert.ok(lines[3].page?.startsWith('https://shop.example/a') && lines[3].page.length === 2_048 && lines[3].page.isWellFormed());
  assert.deepEqual(
    lines.slice(4).map(({ what }) => what),
    ['cobrowse.off-limits', 'cobrowse.control-granted', 'cobrowse.control-refused', 'cobrowse.control-ended'],
  );
  const ofChat = await desk.relay.store.audit({ workspace: 'harbour', conversation, order: 'oldest', after: null, limit: 50 });
  assert.equal(ofChat.length, lines.length + 2);
});

test('COB 5 CB11 a browser that tells without end is told to slow down, and leaves no more lines', async (t) => {
  const desk = await cobrowseDesk(t);
  const { session } = await desk.allowed();
  const row = (await desk.relay.store.cobrowse('harbour', session.id))!;
  const limit = new MinuteLimit(3);
  const tell = () => recordTold(depsOf(desk), limit, row, 'page', 'https://shop.example/');
  for (const _ of [1, 2, 3]) await tell();
  await assert.rejects(tell(), { code: 'slow-down' });
  assert.equal((await desk.whats()).filter((what) => what === 'page').length, 3);
});

test('COB 4 CB3 what is kept of a code, a pass or an address says nothing of it without the secret', () => {
  const secrets = new CobrowseSecrets(SECRET, () => 0);
  const others = new CobrowseSecrets(`${SECRET}, another`, () => 0);
  const hash = secrets.hashOfCode('harbour', '123456');
  assert.deepEqual([hash.length, hash === secrets.hashOfCode('harbour', '123456')], [43, true]);
  for (const other of [
    secrets.hashOfCode('other', '123456'),
    secrets.hashOfCode('harbour', '123457'),
    others.hashOfCode('harbour', '123456'),
  ])
    assert.notEqual(hash, other);
  assert.notEqual(secrets.hashOfAddress('harbour', '123456'), hash.slice(0, 16));
  const { pass, hash: kept } = secrets.newPass();
  assert.deepEqual([kept === pass, kept === secrets.hashOfPass(pass), pass === secrets.newPass().pass], [false, true, false]);
});

test('COB 4 CB3 codes are six digits, each as likely as any other', () => {
  const secrets = new CobrowseSecrets(SECRET, () => 0);
  const codes = Array.from({ length: 20_000 }, () => secrets.newCode());
  assert.ok(codes.every((code) => /^\d{6}$/.test(code)));
  const counts = Array.from({ length: 10 }, (_, digit) => codes.filter((code) => code.startsWith(String(digit))).length);
  // 2,000 of each are expected; ten standard deviations are 424.
  for (const count of counts) assert.ok(Math.abs(count - 2_000) < 424, counts.join());
});
