import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SignJWT, UnsecuredJWT, decodeJwt } from 'jose';
import { v7 } from 'uuid';
import { cobrowseDesk, type CobrowseDesk } from '../testing/cobrowse-desk.js';
import { trail } from '../testing/cobrowse.js';
import { testRelay } from '../testing/relay.js';
import { AGENT_SECRET, DESK, SHOP } from '../testing/settings.js';
import { agentToken } from '../testing/tokens.js';

const OTHERS = 'https://other-desk.example';

/** A code that is none of these. */
const notOf = (...codes: readonly string[]): string =>
  ['000000', '000001', '000002', '000003', '000004', '000005'].find((each) => !codes.includes(each)) ?? '';

test('COB 4 CB10 a wrong code, a used one, one that is too old, and one of another workspace get the same answer', async (t) => {
  const desk = await cobrowseDesk(t, { proxies: 1 });
  const used = (await desk.withCode()).code;
  await desk.redeem(used);
  const old = (await desk.withCode()).code;
  const token = await agentToken({ workspace: 'other', secret: `${AGENT_SECRET}, another one` });
  const theirs = (await desk.withCode(undefined, { token, origin: OTHERS })).code;
  desk.relay.clock.now += 300_000;
  const { session } = await desk.withCode();
  await desk.end(session.id);
  const before = (await desk.whats()).length;
  const answers = [];
  for (const [index, code] of [notOf(used, old, theirs), used, old, theirs].entries())
    answers.push(await desk.type(code, { from: String(index) }));
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  assert.deepEqual(
    [answers[0]?.status, answers[0]?.code, /mistyped, used, or older/.test(answers[0]?.detail ?? '')],
    [404, 'not-found', true],
  );
  assert.deepEqual(
    (await desk.whats()).slice(before),
    Array.from({ length: 4 }, () => 'code-wrong'),
  );
  assert.match(await desk.relay.metrics.registry.metrics(), /deskbell_cobrowse_wrong_codes_total 4/);
});

test('COB 4 CB10 a wrong, a used and an old code have the database do the same', async (t) => {
  const asked: string[][] = [];
  const desk = await cobrowseDesk(t, {
    wrap: (real) =>
      new Proxy(real, {
        get: (target, name, receiver) => {
          const found: unknown = Reflect.get(target, name, receiver);
          if (typeof found !== 'function') return found;
          return (...parameters: unknown[]): unknown => {
            asked.at(-1)?.push(String(name));
            return (found as (...all: unknown[]) => unknown).apply(target, parameters);
          };
        },
      }),
  });
  const used = (await desk.withCode()).code;
  await desk.redeem(used);
  const old = (await desk.withCode()).code;
  desk.relay.clock.now += 300_000;
  for (const code of [notOf(used, old), used, old]) {
    asked.push([]);
    await desk.type(code);
  }
  assert.deepEqual(
    asked,
    Array.from({ length: 3 }, () => ['redeemCode']),
  );
});

test('COB 4 CB3 typed by twenty on two relays at the same moment a code is one session’s, and one customer’s', async (t) => {
  const desk = await cobrowseDesk(t);
  const second = await testRelay(t, { store: desk.relay.store, hub: desk.relay.hub, clock: desk.relay.clock });
  const { session, code } = await desk.withCode();
  const all = await Promise.all(Array.from({ length: 20 }, (_, index) => desk.type(code, { on: index % 2 ? second : desk.relay })));
  const had = all.filter(({ status }) => status === 200);
  assert.deepEqual(
    had.map(({ body }) => (body.session as { id: string }).id),
    [session.id],
  );
  assert.ok(all.every(({ status }) => [200, 404, 429].includes(status)));
});

test('COB 4 CB9 guessed from a thousand addresses codes stay safe, and honest customers are heard', async (t) => {
  const desk = await cobrowseDesk(t, { proxies: 1 });
  const { code } = await desk.withCode();
  const wrong = notOf(code);
  const guesses = await Promise.all(
    Array.from({ length: 1_000 }, (_, bot) => desk.type(wrong, { from: `10.0.${String(bot >> 8)}.${String(bot & 255)}` })),
  );
  assert.deepEqual([...new Set(guesses.map(({ status }) => status))].sort(), [404, 429]);
  // More than those who may wait at once are sent away before anything is looked at; of the others each is wrong once.
  const again = await Promise.all(Array.from({ length: 200 }, (_, bot) => desk.type(wrong, { from: `10.0.0.${String(bot)}` })));
  const heard = again.filter(({ status }) => status === 404).length;
  assert.ok(heard <= 1, String(heard));
  for (const each of again.filter(({ status }) => status === 429)) assert.ok(each.code === 'slow-down' && (each.retryAfter ?? 0) >= 1_000);
  assert.equal((await desk.type(code, { from: '192.0.2.7' })).status, 200);
});

test('COB 4 CB9 one address has to wait for longer and longer, on every relay, and the right code waits as well', async (t) => {
  const desk = await cobrowseDesk(t);
  const second = await testRelay(t, { store: desk.relay.store, hub: desk.relay.hub, clock: desk.relay.clock });
  const { code } = await desk.withCode();
  const wrong = notOf(code);
  for (const on of [desk.relay, second, desk.relay]) assert.equal((await desk.type(wrong, { on })).status, 404);
  for (const wait of [1_000, 2_000, 4_000, 8_000]) {
    for (const on of [desk.relay, second]) {
      const { status, code: refused, retryAfter } = await desk.type(code, { on });
      assert.deepEqual([status, refused, retryAfter], [429, 'slow-down', wait]);
    }
    desk.relay.clock.now += wait;
    assert.equal((await desk.type(wrong, { on: second })).status, 404);
  }
  desk.relay.clock.now += 16_000;
  assert.equal((await desk.type(code)).status, 200);
});

test('COB 4 CB9 what cannot be a code counts for nothing', async (t) => {
  const desk = await cobrowseDesk(t);
  const { code } = await desk.withCode();
  for (const typed of ['', '12345', '1234567', 'abcdef', '12345x', '١٢٣٤٥', '½23456', '-----', '１２３４５６７'])
    assert.deepEqual([(await desk.type(typed)).code, (await desk.type(typed)).status], ['malformed', 400], typed);
  assert.deepEqual(await desk.whats(), ['code-made']);
  const eastern = [...code].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join('');
  assert.equal((await desk.type(` ${eastern.slice(0, 3)} - ${eastern.slice(3)}\u200f`)).status, 200);
});

test('COB 4 CB11 the trail has each wrong code with where and from whom, but neither the code nor the address', async (t) => {
  const desk = await cobrowseDesk(t, { proxies: 1 });
  const { code } = await desk.withCode();
  const wrong = notOf(code);
  for (const from of ['192.0.2.7', '192.0.2.7', '192.0.2.8']) await desk.type(wrong, { from });
  await desk.type(code, { from: '192.0.2.9' });
  const lines = (await trail(desk.relay.store)).slice(1);
  assert.deepEqual(
    lines.map((each) => [each.what, 'site' in each && each.site]),
    [...Array.from({ length: 3 }, () => ['cobrowse.code-wrong', 'shop']), ['cobrowse.redeemed', 'shop']],
  );
  const from = lines.map((each) => ('from' in each ? each.from : ''));
  assert.deepEqual([from[0] === from[1], new Set(from).size], [true, 3]);
  const said = JSON.stringify(lines) + desk.relay.logged.join('') + (await desk.relay.metrics.registry.metrics());
  for (const secret of [`"${code}"`, `"${wrong}"`, '192.0.2.']) assert.ok(!said.includes(secret), secret);
});

const PAGES: readonly (readonly [what: string, origin: string | undefined, status: number])[] = [
  ['the site', SHOP, 200],
  ['no page', undefined, 403],
  ['another site', 'https://rival.example', 403],
  ['the desk', DESK, 403],
  ['nobody', 'https://evil.example', 403],
  ['a sandbox', 'null', 403],
];

for (const [what, origin, status] of PAGES)
  test(`COB 3 CB6 a code typed on a page of ${what}: ${String(status)}`, async (t) => {
    const desk = await cobrowseDesk(t);
    const { code } = await desk.withCode();
    const { status: answered, code: refused } = await desk.type(code, { origin });
    assert.deepEqual([answered, refused], [status, status === 200 ? undefined : 'wrong-origin']);
  });

test('COB 4 CB6 a ticket opens one session, from the site’s pages; whatever is wrong with one, the answer is the same', async (t) => {
  const desk = await cobrowseDesk(t);
  const { session, ticket } = await desk.allowed();
  assert.equal((await desk.pass(session.id, { token: ticket, origin: 'https://rival.example' })).code, 'wrong-origin');
  assert.equal((await desk.pass(session.id, { token: ticket, origin: undefined })).code, 'wrong-origin');
  const claims = decodeJwt(ticket);
  assert.deepEqual(
    [claims.session, claims.workspace, claims.site, claims.exp],
    [session.id, 'harbour', 'shop', Math.ceil((session.begunAt + 4 * 3_600_000) / 1_000)],
  );
  const forged = new SignJWT(claims).setProtectedHeader({ alg: 'HS256' });
  const customer = await desk.relay.customer();
  const bad = [
    `${ticket}x`,
    ticket.slice(0, -2),
    new UnsecuredJWT(claims).encode(),
    await forged.sign(new TextEncoder().encode(AGENT_SECRET)),
    'a.b.c',
  ];
  const answers = await Promise.all(bad.map((token) => desk.pass(session.id, { token, origin: SHOP })));
  for (const answer of answers) assert.deepEqual([answer.status, answer.body], [401, answers[0]?.body]);
  assert.equal((await desk.pass(session.id, { token: undefined, origin: SHOP })).code, 'unauthorized');
  assert.equal((await desk.pass(session.id, { token: customer.token, origin: SHOP })).code, 'not-found');
  // It is no token for anything else.
  for (const path of ['/v1/settings', '/v1/audit', '/v1/conversations'])
    assert.equal((await desk.relay.get(path, ticket)).status, 401, path);
  assert.equal((await desk.ask('GET', '', undefined, { token: ticket, origin: SHOP })).code, 'wrong-role');
});

const body = { id: v7(), by: 'code' };
const HOSTILE: readonly (readonly [what: string, method: string, path: string, body: unknown, code: string])[] = [
  ['nothing', 'POST', '', undefined, 'malformed'],
  ['no JSON', 'POST', '', '{', 'malformed'],
  ['a list', 'POST', '', [], 'malformed'],
  ['null', 'POST', '', 'null', 'malformed'],
  ['no id', 'POST', '', { by: 'code' }, 'malformed'],
  ['an id in capitals', 'POST', '', { ...body, id: v7().toUpperCase() }, 'malformed'],
  ['another way', 'POST', '', { ...body, by: 'force' }, 'malformed'],
  ['no chat to ask in', 'POST', '', { ...body, by: 'chat' }, 'malformed'],
  ['an object for a chat', 'POST', '', { ...body, conversation: {} }, 'malformed'],
  ['a prototype for a chat', 'POST', '', { ...body, conversation: '__proto__' }, 'not-found'],
  ['a body of 65 KB', 'POST', '', { ...body, more: 'x'.repeat(66_000) }, 'too-long'],
  ['a code of 60 KB', 'POST', '/redeem', { siteKey: 'shop', code: '1'.repeat(60_000) }, 'malformed'],
  ['a code that is a number', 'POST', '/redeem', { siteKey: 'shop', code: 123_456 }, 'malformed'],
  ['a code that is a list', 'POST', '/redeem', { siteKey: 'shop', code: ['123456'] }, 'malformed'],
  ['no site', 'POST', '/redeem', { code: '123456' }, 'malformed'],
  ['a site that is none', 'POST', '/redeem', { siteKey: 'toString', code: '123456' }, 'not-found'],
  ['a site of 65 letters', 'POST', '/redeem', { siteKey: 'x'.repeat(65), code: '123456' }, 'malformed'],
  ['an answer that is a word', 'POST', `/${v7()}/answer`, { allowed: 'yes' }, 'malformed'],
  ['no answer', 'POST', `/${v7()}/answer`, {}, 'malformed'],
  ['an id that is none', 'POST', '/x/end', undefined, 'not-found'],
  ['an id with a quote', 'POST', "/'%20or%201=1/pass", undefined, 'not-found'],
  ['another method', 'DELETE', `/${v7()}/end`, undefined, 'not-found'],
];

test('COB 4 CB2 whatever a request is made of, it is refused, and nothing is left behind', async (t) => {
  const desk: CobrowseDesk = await cobrowseDesk(t);
  for (const [what, method, path, sent, code] of HOSTILE) {
    const answer = await desk.ask(method, path, sent, path === '/redeem' ? { token: undefined, origin: SHOP } : {});
    assert.equal(answer.code, code, what);
  }
  assert.deepEqual([await desk.live(), await desk.whats()], [[], []]);
  assert.ok(!desk.relay.logged.some((each) => each.includes('a request failed')));
});

test('COB 3 CB6 the site’s pages may ask as customers, the desk’s as agents, and no others', async (t) => {
  const desk = await cobrowseDesk(t);
  const allowed = async (path: string, origin: string) => {
    const preflight = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' };
    const { headers } = await fetch(`${desk.relay.url}/v1/cobrowse${path}`, { method: 'OPTIONS', headers: preflight });
    return [headers.get('access-control-allow-origin'), headers.get('access-control-allow-headers')?.toLowerCase() ?? null];
  };
  for (const origin of [SHOP, DESK]) assert.deepEqual(await allowed(`/${v7()}/pass`, origin), [origin, 'authorization,content-type']);
  assert.deepEqual(await allowed('', DESK), [DESK, 'authorization,content-type']);
  assert.equal((await allowed(`/${v7()}/pass`, 'https://evil.example'))[0], null);
  // Who may not is told so in words that it can read.
  assert.deepEqual(await allowed('/redeem', 'https://evil.example'), ['https://evil.example', 'content-type']);
  const { code } = await desk.withCode(undefined, { origin: undefined });
  assert.equal((await desk.ask('GET', '', undefined, { origin: 'https://evil.example' })).code, 'wrong-origin');
  assert.equal((await desk.type(code)).status, 200);
});
