import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { Hono } from 'hono';
import { v7 } from 'uuid';
import { createLog } from '../log.js';
import { Metrics } from '../metrics.js';
import { testRelay } from '../testing/relay.js';
import { answerFault } from './answer-fault.js';
import { readAssets } from './assets.js';
import { healthRoutes } from './health.js';

test('it lives, it is ready, and it says so no more when the database is away or it is shutting down', async () => {
  const state = { away: false, closing: false };
  const hub = { isAway: false };
  const store = {
    ready: () => (state.away ? Promise.reject(new RelayError('unavailable', undefined, { retryAfter: 1_500 })) : Promise.resolve()),
  };
  const metrics = new Metrics();
  const app = new Hono().route(
    '/',
    healthRoutes({ store, hub, metrics }, () => state.closing),
  );
  app.onError(answerFault({ log: createLog('silent'), metrics }));
  assert.deepEqual(await (await app.request('/readyz')).json(), { ok: true, otherRelays: 'reached' });
  hub.isAway = true;
  const alone = await app.request('/readyz');
  assert.deepEqual([alone.status, await alone.json()], [200, { ok: true, otherRelays: 'out of reach' }]);
  state.away = true;
  const away = await app.request('/readyz');
  assert.deepEqual([away.status, away.headers.get('retry-after')], [503, '2']);
  assert.equal((await app.request('/healthz')).status, 200);
  state.away = false;
  state.closing = true;
  assert.equal((await app.request('/readyz')).status, 503);
  assert.equal((await app.request('/healthz')).status, 200);
});

test('it counts connections, messages, refusals and who waits', async (t) => {
  const relay = await testRelay(t);
  const { customer, conversation } = await relay.talking();
  const waiting = await relay.waiting();
  await waiting.client.next('queue.placed');
  customer.client.say({ type: 'message.send', id: v7(), conversation, text: 'x' });
  await customer.client.next('message.sent');
  customer.client.say({ type: 'conversation.accept', id: v7(), conversation });
  await customer.client.next('refused');
  const response = await relay.get('/metrics');
  assert.match(response.headers.get('content-type') ?? '', /^text\/plain/);
  const metrics = await response.text();
  for (const line of [
    'deskbell_connections{side="customer"} 2',
    'deskbell_connections{side="agent"} 1',
    'deskbell_messages_total 1',
    'deskbell_append_seconds_count 1',
    'deskbell_refusals_total{code="wrong-role"} 1',
    'deskbell_queue_waiting{workspace="harbour",queue="front"} 1',
  ]) {
    assert.ok(metrics.includes(line), `${line}\n${metrics}`);
  }
});

test('whatever is not there gets JSON too, and no wrong method does harm', async (t) => {
  const relay = await testRelay(t);
  for (const path of [
    '/',
    '/v1',
    '/v1/nothing',
    '/v1/socket',
    '/deskbell.js',
    '/../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/v1/customers',
  ]) {
    const response = await relay.get(path);
    assert.equal(response.status, 404, path);
    assert.equal(((await response.json()) as { error: { code: string } }).error.code, 'not-found');
  }
  const api = await relay.get('/v1/nothing');
  assert.equal(api.headers.get('x-content-type-options'), 'nosniff');
  assert.match(api.headers.get('content-security-policy') ?? '', /default-src 'none'/);
});

test('WID 1 the script is served compressed, with a tag, and its chunks for good', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'assets-'));
  t.after(() => rm(folder, { recursive: true }));
  const script = 'console.log("deskbell");\n'.repeat(50);
  await mkdir(join(folder, 'chunks'));
  await writeFile(join(folder, 'deskbell.js'), script);
  await writeFile(join(folder, 'chunks', 'emoji-Ab3_xY9z.js'), script);
  const relay = await testRelay(t, { assets: await readAssets(folder) });
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${relay.url}${path}`, { headers: { 'accept-encoding': 'identity', ...headers } });

  const plain = await get('/deskbell.js');
  assert.equal(await plain.text(), script);
  assert.deepEqual(
    ['content-type', 'access-control-allow-origin', 'cross-origin-resource-policy', 'vary', 'x-content-type-options'].map((name) =>
      plain.headers.get(name),
    ),
    ['text/javascript; charset=utf-8', '*', 'cross-origin', 'Accept-Encoding', 'nosniff'],
  );
  assert.match(plain.headers.get('cache-control') ?? '', /max-age=300/);
  const tag = plain.headers.get('etag') ?? '';
  assert.equal((await get('/deskbell.js', { 'if-none-match': `"other", W/${tag}` })).status, 304);
  assert.equal((await get('/deskbell.js', { 'if-none-match': '"other"' })).status, 200);
  assert.match((await get('/chunks/emoji-Ab3_xY9z.js')).headers.get('cache-control') ?? '', /immutable/);
  for (const [asked, coding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['', null],
  ] as const) {
    const response = await get('/deskbell.js', { 'accept-encoding': asked });
    assert.equal(response.headers.get('content-encoding'), coding, asked);
    assert.equal(await response.text(), script);
  }
  const asset = (await readAssets(folder)).get('/deskbell.js');
  assert.equal(brotliDecompressSync(asset?.br ?? new Uint8Array()).toString(), script);
  assert.equal((await get('/chunks/../deskbell.js.map')).status, 404);
});
