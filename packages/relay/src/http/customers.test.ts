import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { CUSTOMER_TOKEN_LIFE, RENEWABLE } from '../auth/customer-tokens.js';
import { testRelay } from '../testing/relay.js';
import { SHOP } from '../testing/settings.js';
import { agentToken, identityToken } from '../testing/tokens.js';

interface Answer {
  readonly token: string;
  readonly expires: number;
  readonly customer: { id: string; name: string };
}
interface Refusal {
  readonly error: { code: string; detail: string; retryAfter?: number };
}

const answer = async (response: Response): Promise<Answer> => {
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Answer;
};
const refusal = async (response: Response): Promise<[number, string]> => [response.status, ((await response.json()) as Refusal).error.code];

test('a new browser is a new customer, with a token that opens a session', async (t) => {
  const relay = await testRelay(t);
  const response = await relay.post({ siteKey: 'shop' });
  assert.equal(response.headers.get('access-control-allow-origin'), SHOP);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const { token, expires, customer } = await answer(response);
  assert.equal(expires, relay.clock.now + CUSTOMER_TOKEN_LIFE);
  const client = await relay.connect();
  assert.deepEqual((await client.open(token)).person, { id: customer.id, name: '', role: 'customer' });
  assert.notEqual((await answer(await relay.post({ siteKey: 'shop' }))).customer.id, customer.id);
});

test('a browser that was here before is the same customer, up to ninety days after its token ended', async (t) => {
  const relay = await testRelay(t);
  const first = await answer(await relay.post({ siteKey: 'shop' }));
  relay.clock.now = first.expires + RENEWABLE - 1_000;
  const second = await answer(await relay.post({ siteKey: 'shop', token: first.token }));
  assert.equal(second.customer.id, first.customer.id);
  assert.equal(second.expires, relay.clock.now + CUSTOMER_TOKEN_LIFE);
  relay.clock.now += 2_000;
  assert.notEqual((await answer(await relay.post({ siteKey: 'shop', token: first.token }))).customer.id, first.customer.id);
});

test('a token that cannot be used is replaced by a new customer, and never opens another workspace', async (t) => {
  const relay = await testRelay(t);
  const { token, customer } = await answer(await relay.post({ siteKey: 'shop' }));
  for (const bad of [
    'x',
    `${token}x`,
    await agentToken(),
    (await relay.customers.issue({ id: v7(), workspace: 'harbour' }, 'shop')).token,
  ]) {
    assert.notEqual((await answer(await relay.post({ siteKey: 'shop', token: bad }))).customer.id, customer.id);
  }
  const rival = await answer(await relay.post({ siteKey: 'rival', token }, { origin: 'https://rival.example' }));
  assert.notEqual(rival.customer.id, customer.id);
});

test('P1 an origin that is not the site’s, or none, gets nothing but the reason', async (t) => {
  const relay = await testRelay(t);
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'https://rival.example' }, {}]) {
    assert.deepEqual(await refusal(await relay.post({ siteKey: 'shop' }, headers as Record<string, string>)), [403, 'wrong-origin']);
  }
  assert.deepEqual(await refusal(await relay.post({ siteKey: 'no-such-site' })), [404, 'not-found']);
  const preflight = await fetch(`${relay.url}/v1/customers`, {
    method: 'OPTIONS',
    headers: { origin: SHOP, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  });
  assert.deepEqual([preflight.status, preflight.headers.get('access-control-allow-origin')], [204, SHOP]);
});

test('bodies of every wrong kind are refused, and 10 MB are not read', async (t) => {
  const relay = await testRelay(t);
  for (const body of ['', '{', '[]', 'null', '7', '{}', '{"siteKey":7}', '{"siteKey":"shop","token":7}', '{"siteKey":"shop","token":""}']) {
    assert.deepEqual(await refusal(await relay.post(body)), [400, 'malformed'], body);
  }
  assert.deepEqual(await refusal(await relay.post({ siteKey: 'shop', token: 'a'.repeat(10_000_000) })), [413, 'too-long']);
  assert.deepEqual(await refusal(await relay.post({ siteKey: 'shop', token: 'a'.repeat(9_000) })), [400, 'malformed']);
});

test('WID 4 a customer whom the site knows is the same on every browser, and an open conversation comes along', async (t) => {
  const relay = await testRelay(t);
  const identity = await identityToken({ sub: 'u-17', name: 'Cleo', email: 'cleo@example.com' }, relay.clock.now + 60_000);
  const browser = await relay.waiting();
  const known = await answer(await relay.post({ siteKey: 'shop', token: browser.token, identity }));
  assert.equal(known.customer.name, 'Cleo');
  const { client } = await relay.returning({ id: known.customer.id, token: known.token });
  client.say({ type: 'conversation.follow', conversation: browser.conversation });
  assert.equal((await client.next('conversation.opened')).conversation.customer.name, 'Cleo');
  const phone = await answer(await relay.post({ siteKey: 'shop', identity }));
  assert.equal(phone.customer.id, known.customer.id);
});

test('WID 4 whoever signs in on the browser of somebody else gets nothing of theirs', async (t) => {
  const relay = await testRelay(t);
  const identity = (sub: string) => identityToken({ sub }, relay.clock.now + 60_000);
  const cleo = await answer(await relay.post({ siteKey: 'shop', identity: await identity('cleo') }));
  const dora = await answer(await relay.post({ siteKey: 'shop', token: cleo.token, identity: await identity('dora') }));
  assert.notEqual(dora.customer.id, cleo.customer.id);
  assert.equal(
    (await answer(await relay.post({ siteKey: 'shop', token: dora.token, identity: await identity('cleo') }))).customer.id,
    cleo.customer.id,
  );
});

test('WID 4 an identity that is not signed by the site is refused', async (t) => {
  const relay = await testRelay(t);
  const { now } = relay.clock;
  for (const identity of [
    'x',
    await identityToken({ sub: 'u' }, now - 1_000),
    await identityToken({ sub: 'u' }, null),
    await identityToken({ sub: 'u' }, now + 7_200_000),
    await identityToken({ sub: 'u' }, now + 60_000, 'a secret that is not the one of the site'),
  ]) {
    assert.deepEqual(await refusal(await relay.post({ siteKey: 'shop', identity })), [401, 'unauthorized']);
  }
  assert.deepEqual(
    await refusal(
      await relay.post(
        { siteKey: 'rival', identity: await identityToken({ sub: 'u' }, now + 60_000) },
        { origin: 'https://rival.example' },
      ),
    ),
    [401, 'unauthorized'],
  );
});

test('one address, and one customer, ask so often and no more, with Retry-After in whole seconds', async (t) => {
  const relay = await testRelay(t, { httpLimits: { customersPerAddress: 4, renewalsPerCustomer: 2 } });
  const { token } = await answer(await relay.post({ siteKey: 'shop' }));
  await answer(await relay.post({ siteKey: 'shop', token }));
  await answer(await relay.post({ siteKey: 'shop', token }));
  const byCustomer = await relay.post({ siteKey: 'shop', token });
  assert.match(byCustomer.headers.get('retry-after') ?? '', /^\d+$/);
  assert.deepEqual(await refusal(byCustomer), [429, 'slow-down']);
  const byAddress = await relay.post({ siteKey: 'shop' });
  const wait = Number(byAddress.headers.get('retry-after'));
  assert.ok(wait >= 1 && wait <= 60);
  assert.deepEqual(await refusal(byAddress), [429, 'slow-down']);
});
