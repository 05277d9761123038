import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TOLD_KINDS } from '@deskbell/protocol/cobrowse.js';
import { CobrowseSecrets } from '../auth/cobrowse-secrets.js';
import { Tokens } from '../auth/tokens.js';
import { cobrowseDesk, type CobrowseDesk } from '../testing/cobrowse-desk.js';
import { trail } from '../testing/cobrowse.js';
import { CobrowseSessions } from './cobrowse-sessions.js';

const SECRET = 'the secret of the relay, known to nobody else';

const sessionsOf = ({ relay }: CobrowseDesk): CobrowseSessions => {
  const now = () => relay.clock.now;
  return new CobrowseSessions({ store: relay.store, hub: relay.hub, tokens: new Tokens(relay.directory, relay.customers, now), now });
};

test('COB 4 CB7 a pass opens one socket, within half a minute, and says whose side it is', async (t) => {
  const desk = await cobrowseDesk(t);
  const sessions = sessionsOf(desk);
  const shown = await desk.allowed();
  const { pass } = await desk.passOf(shown);
  assert.deepEqual(await sessions.takePass(pass), { session: shown.session, side: 'customer', workspace: 'harbour', site: 'shop' });
  const own = (await desk.pass(shown.session.id)).body.pass as string;
  assert.deepEqual(await sessions.takePass(own), { session: shown.session, side: 'agent', workspace: 'harbour', site: null });
  const late = (await desk.passOf(shown)).pass;
  const ended = (await desk.passOf(shown)).pass;
  desk.relay.clock.now += 30_000;
  for (const bad of [pass, own, late, 'never given', '']) assert.equal(await sessions.takePass(bad), undefined);
  desk.relay.clock.now -= 30_000;
  await desk.end(shown.session.id);
  assert.equal(await sessions.takePass(ended), undefined);
  assert.equal((await desk.whats()).filter((what) => what === 'joined').length, 2);
});

test('COB 1 CB4 before the customer allowed it both may wait at a socket, which is told how the session stands', async (t) => {
  const desk = await cobrowseDesk(t);
  const sessions = sessionsOf(desk);
  const { session, code } = await desk.withCode();
  const waits = async () => (await sessions.takePass((await desk.pass(session.id)).body.pass as string))?.session.state;
  assert.equal(await waits(), 'code');
  const shown = await desk.redeem(code);
  assert.deepEqual([await waits(), (await sessions.takePass((await desk.passOf(shown)).pass))?.session.state], ['asked', 'asked']);
  await desk.allow(session.id, shown.ticket);
  assert.deepEqual([await waits(), (await sessions.find('harbour', session.id))?.state], ['allowed', 'allowed']);
  assert.equal(await sessions.find('other', session.id), undefined);
});

test('COB 4 CB8 whose socket is there keeps a session alive, and only theirs', async (t) => {
  const desk = await cobrowseDesk(t);
  const sessions = sessionsOf(desk);
  const [kept, left] = [await desk.allowed(), await desk.allowed()];
  for (let passed = 0; passed < 1_200_000; passed += 60_000) {
    for (const side of ['agent', 'customer'] as const) await sessions.see(side, [kept.session.id]);
    await sessions.see('agent', [left.session.id]);
    await sessions.see('customer', []);
    desk.relay.pass(60_000);
    await desk.relay.settle();
  }
  assert.equal((await sessions.find('harbour', kept.session.id))?.state, 'allowed');
  assert.equal((await sessions.find('harbour', left.session.id))?.end, 'gone');
});

test('COB 5 CB11 who was where, and who had control, is in the trail: origin and path, and nothing behind them', async (t) => {
  const desk = await cobrowseDesk(t);
  const { customer, conversation } = await desk.relay.talking();
  const { session } = await desk.inChat(conversation);
  const { ticket } = await desk.allow(session.id, customer.token);
  const sessions = sessionsOf(desk);
  const joined = (await sessions.takePass((await desk.passOf({ session, ticket })).pass))!;
  await sessions.takePass((await desk.pass(session.id)).body.pass as string);
  const tell = (what: (typeof TOLD_KINDS)[number], page?: string) => sessions.tell(joined, { what, page });
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

test('COB 5 CB5 that the customer stopped ends the session, told twice too, and of what it is over nothing more', async (t) => {
  const desk = await cobrowseDesk(t);
  const sessions = sessionsOf(desk);
  const shown = await desk.allowed();
  const joined = (await sessions.takePass((await desk.passOf(shown)).pass))!;
  await sessions.tell(joined, { what: 'stopped' });
  await sessions.tell(joined, { what: 'stopped' });
  const { state, end } = (await sessions.find('harbour', shown.session.id))!;
  assert.deepEqual([state, end], ['ended', 'customer']);
  assert.equal((await desk.whats()).filter((what) => what === 'ended').length, 1);
});

test('COB 5 CB11 a browser that tells without end is told to slow down, and leaves no more lines', async (t) => {
  const desk = await cobrowseDesk(t);
  const sessions = sessionsOf(desk);
  const joined = (await sessions.takePass((await desk.passOf(await desk.allowed())).pass))!;
  const tell = () => sessions.tell(joined, { what: 'page', page: 'https://shop.example/' });
  for (let times = 0; times < 120; times += 1) await tell();
  await assert.rejects(tell(), { code: 'slow-down' });
  assert.equal((await desk.whats()).filter((what) => what === 'page').length, 120);
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
