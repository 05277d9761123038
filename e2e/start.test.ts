import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { runDemo, testDemo } from './demo.js';
import { temporaryFolder } from './temporary-folder.js';

// What `npm start` does when it goes well, and when it does not.

const demo = await testDemo();

const folder = temporaryFolder();

const fetchFrom = (path: string) => fetch(`${demo.shop.url}${path}`);

/** One sentence, or a few, in one line: nothing of a stack. */
const assertSentence = (said: string, expected: RegExp) => {
  assert.match(said, expected);
  assert.equal(said.trim().split('\n').length, 1, said);
  assert.doesNotMatch(said, /\bat .*:\d+:\d+/);
};

test('the pages of the demo are there, with the strictest policy', async () => {
  for (const path of [
    '/',
    '/help',
    '/shop',
    '/shop?assistant',
    '/shop/blanket',
    '/shop/room/kitchen',
    '/shop/delivery',
    '/shop/checkout',
    '/shop/account',
    '/desk',
    '/desk?as=ana',
  ]) {
    const response = await fetchFrom(path);
    assert.equal(response.status, 200, path);
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/, path);
    // The customer's page as it is seen, and one other origin: of the orders beside the conversation, and of the payment in the shop.
    assert.doesNotMatch(policy.replace(/frame-src 'self' http:\/\/127\.0\.0\.1:\d+/, ''), /unsafe|https?:|\*/, path);
    assert.equal(policy.includes('frame-src'), /^\/(?:desk|shop)/.test(path), path);
    assert.doesNotMatch(await response.text(), /<style|style=|<script(?![^>]*src=)|\son\w+=/, path);
  }
});

test('what is not there is not found', async () => {
  for (const path of ['/shop/nothing', '/shop/room/attic', '/demo/nothing.js', '/demo/..%2fmain.ts', '/nothing']) {
    assert.equal((await fetchFrom(path)).status, 404, path);
  }
});

test('health, readiness and figures answer', async () => {
  assert.equal((await fetchFrom('/healthz')).status, 200);
  assert.equal((await fetchFrom('/readyz')).status, 200);
  assert.match(await (await fetchFrom('/metrics')).text(), /^# HELP /m);
});

test('tokens are given to the agents of the demo only', async () => {
  const response = await fetch(`${demo.shop.url}/demo/token?as=ana`, { method: 'POST' });
  const { token } = (await response.json()) as { token: string };
  assert.equal(token.split('.').length, 3);
  assert.equal((await fetch(`${demo.shop.url}/demo/token?as=eve`, { method: 'POST' })).status, 404);
});

test('the closed conversations of the first start are there after the second, once', async () => {
  const closed = async () => {
    const response = await fetch(`${demo.shop.url}/demo/token?as=ana`, { method: 'POST' });
    const { token } = (await response.json()) as { token: string };
    const answer = await fetch(`${demo.shop.url}/v1/conversations?phase=closed`, { headers: { authorization: `Bearer ${token}` } });
    return ((await answer.json()) as { conversations: { id: string }[] }).conversations.map(({ id }) => id);
  };
  const before = await closed();
  assert.ok(before.length > 3);
  await demo.stop();
  await demo.start();
  assert.deepEqual(await closed(), before);
});

test('a port in use gets a sentence that says what to do, and exit code 1', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { code, said } = await runDemo({ PORT: String(port), DESKBELL_DATA: join(folder, 'in-use') });
  server.close();
  assert.equal(code, 1);
  assertSentence(said, new RegExp(`port ${port} is in use.*PORT=`));
});

test('a broken data folder gets a sentence that says what to do, and exit code 1', async () => {
  const broken = join(folder, 'broken');
  mkdirSync(join(broken, 'database', 'cluster'), { recursive: true });
  writeFileSync(join(broken, 'database', 'cluster', 'PG_VERSION'), '18\n');
  writeFileSync(join(broken, 'database', 'password'), 'x');
  const { code, said } = await runDemo({ PORT: '0', DESKBELL_DATA: broken });
  assert.equal(code, 1);
  assertSentence(said, /move it away/);
});

test('a data folder that is a file gets a sentence that says what to do, and exit code 1', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const { code, said } = await runDemo({ PORT: '0', DESKBELL_DATA: file });
  assert.equal(code, 1);
  assertSentence(said, /DESKBELL_DATA/);
});

test('a port that is none gets a sentence, and exit code 1', async () => {
  const { code, said } = await runDemo({ PORT: 'eight', DESKBELL_DATA: join(folder, 'none') });
  assert.equal(code, 1);
  assertSentence(said, /PORT has to be a number/);
});
