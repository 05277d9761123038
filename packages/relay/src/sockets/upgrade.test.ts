import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { testRelay, type TestRelay } from '../testing/relay.js';
import { DESK, SHOP } from '../testing/settings.js';

/** Asks for a socket, and returns what HTTP answers. */
async function refusalOf(
  relay: TestRelay,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; error: { code: string; retryAfter?: number }; retry: string | undefined }> {
  const asked = request(`${relay.url}${path}`, {
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      ...headers,
    },
  });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const { error } = JSON.parse(await text(answer)) as { error: { code: string; retryAfter?: number } };
  return { status: answer.statusCode ?? 0, error, retry: answer.headers['retry-after'] };
}

test('a page of no site and no desk gets no socket, and an answer of HTTP that says why', async (t) => {
  const relay = await testRelay(t);
  for (const origin of ['https://evil.example', 'null', `${SHOP}.evil.example`, SHOP.toUpperCase(), 'http://shop.example']) {
    const { status, error } = await refusalOf(relay, '/v1/socket', { origin });
    assert.deepEqual([status, error.code], [403, 'wrong-origin'], origin);
  }
  for (const origin of [SHOP, DESK]) (await relay.connect({ origin })).end();
});

test('there is one path for sockets', async (t) => {
  const relay = await testRelay(t);
  for (const path of ['/', '/v1/socket/', '/v1/sockets', '/v1/socket%00']) {
    assert.equal((await refusalOf(relay, path, { origin: SHOP })).status, 404, path);
  }
});

test('one address has so many sockets and no more, with Retry-After, and room again when one goes', async (t) => {
  const relay = await testRelay(t, { limits: { connectionsPerAddress: 2 } });
  const first = await relay.connect();
  await relay.connect();
  const { status, error, retry } = await refusalOf(relay, '/v1/socket', { origin: SHOP });
  assert.deepEqual([status, error.code, error.retryAfter, retry], [429, 'slow-down', 10_000, '10']);
  first.socket.close();
  await first.closed;
  await relay.connect();
});
