import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { postCustomer } from './http.js';

const answering = (status: number, body: string) => {
  const asked: { address: string; init: RequestInit }[] = [];
  const fetch = ((address: string, init: RequestInit) => {
    asked.push({ address, init });
    return Promise.resolve(new Response(body, { status }));
  }) as typeof globalThis.fetch;
  return { asked, fetch };
};

const MADE = { token: 't', expires: 5, customer: { id: 'c', name: 'Maya' } };

test('a customer is asked for with the site key, and what came before', async () => {
  const { asked, fetch } = answering(200, JSON.stringify(MADE));
  assert.deepEqual(await postCustomer(fetch, 'https://relay.example/', { siteKey: 'k', token: 'old' }), MADE);
  assert.equal(asked[0]?.address, 'https://relay.example/v1/customers');
  assert.deepEqual(JSON.parse(asked[0].init.body as string), { siteKey: 'k', token: 'old' });
});

test('a refusal of the relay is what is thrown', async () => {
  const { fetch } = answering(429, JSON.stringify({ error: { code: 'slow-down', detail: 'too many', retryAfter: 7_000 } }));
  await assert.rejects(
    postCustomer(fetch, 'https://relay.example', { siteKey: 'k' }),
    (error) => error instanceof RelayError && error.code === 'slow-down' && error.retryAfter === 7_000 && error.message === 'too many',
  );
});

test('a refusal that this build does not know is taken as a fault of the relay', async () => {
  const { fetch } = answering(418, JSON.stringify({ error: { code: 'teapot', detail: 'short and stout' } }));
  await assert.rejects(postCustomer(fetch, 'https://relay.example', { siteKey: 'k' }), { code: 'internal' });
});

for (const [what, status, body] of [
  ['a page of a proxy', 502, '<h1>Bad gateway</h1>'],
  ['a portal that wants a sign-in', 200, '<h1>Welcome to our network</h1>'],
  ['something else than a customer', 200, '{"token": 7}'],
] as const) {
  test(`${what} in place of an answer counts as nobody there`, async () => {
    await assert.rejects(postCustomer(answering(status, body).fetch, 'https://relay.example', { siteKey: 'k' }), { code: 'unavailable' });
  });
}
