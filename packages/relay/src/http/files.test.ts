import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { v7 } from 'uuid';
import { TestSender, picture } from '../testing/files.js';
import { testFolder, testRelay, type TestRelayOptions } from '../testing/relay.js';
import { agentToken } from '../testing/tokens.js';

const start = async (t: TestContext, options: TestRelayOptions = {}) => {
  const relay = await testRelay(t, { files: await testFolder(t), ...options });
  const agent = async (id = 'ana') => new TestSender(relay, await agentToken({ id }));
  return { relay, agent };
};

test('CMP 7 U1 U4 a file goes up in parts, is looked at, and is got by its uploader alone till it is sent', async (t) => {
  const { agent } = await start(t);
  const ana = await agent();
  const ben = await agent('ben');
  const bytes = new Uint8Array(2_500_000).map((_, index) => index % 251);
  const { id, state } = await ana.begin({ name: 'log.bin', bytes });
  assert.deepEqual(state, { state: 'sending', partSize: 1_048_576, parts: 3, have: [] });
  assert.equal(await ana.tell('GET', `/${id}/address`), 'not-found');
  assert.equal(await ana.tell('POST', `/${id}/complete`), 'wrong-phase');
  await ana.put(id, 3, bytes.slice(2 * 1_048_576));
  await ana.put(id, 1, bytes.slice(0, 1_048_576));
  assert.deepEqual((await ana.state(id)).have, [1, 3]);
  assert.deepEqual((await ana.begin({ id, name: 'log.bin', bytes })).state.have, [1, 3]);
  assert.equal(await ben.tell('GET', `/${id}`), 'not-found');
  assert.equal(await ben.tell('POST', `/${id}/parts/2`), 'not-found');
  assert.equal(await ben.tell('POST', '', { id, name: 'log.bin', size: bytes.length }), 'id-used');
  await ana.put(id, 2, bytes.slice(1_048_576, 2 * 1_048_576));
  const { attachment } = await ana.complete(id);
  assert.deepEqual(attachment, { id, name: 'log.bin', size: 2_500_000, type: 'application/octet-stream', thumbnail: false });
  const got = await ana.get(id);
  assert.deepEqual(new Uint8Array(await got.arrayBuffer()), bytes);
  assert.equal(got.headers.get('content-disposition'), `attachment; filename="log.bin"; filename*=UTF-8''log.bin`);
  assert.equal(await ben.tell('GET', `/${id}/address`), 'not-found');
  assert.equal(await ana.tell('GET', `/${id}/address?as=thumbnail`), 'not-found');
});

test('CMP 7 U3 a part that is too short, too long, or none at all is not there; one that comes again is', async (t) => {
  const { agent } = await start(t);
  const ana = await agent();
  const bytes = new Uint8Array(1_048_577).fill(7);
  const { id } = await ana.begin({ bytes });
  const put = async (part: number, length: number) => (await ana.put(id, part, new Uint8Array(length))).status;
  assert.deepEqual([await put(1, 1_048_575), await put(1, 1_048_577), await put(2, 0), await put(2, 2)], [400, 400, 400, 400]);
  assert.deepEqual((await ana.state(id)).have, []);
  for (const part of ['0', '3', '-1', 'x', '1.5']) assert.equal(await ana.tell('POST', `/${id}/parts/${part}`), 'malformed');
  await put(2, 1);
  await ana.put(id, 2, bytes.slice(0, 1));
  await ana.put(id, 1, bytes.slice(0, 1_048_576));
  assert.equal((await ana.complete(id)).state, 'ready');
  assert.deepEqual(new Uint8Array(await (await ana.get(id)).arrayBuffer()), bytes);
});

test('CMP 7 U4 what was looked at cannot be changed by an address that was given out before', async (t) => {
  const { agent } = await start(t);
  const ana = await agent();
  const { id } = await ana.begin({ name: 'a.txt', bytes: 'harmless' });
  const address = await ana.address(`/${id}/parts/1`);
  const put = async (text: string) => (await fetch(address, { method: 'PUT', body: text })).status;
  assert.equal(await put('harmless'), 204);
  assert.equal((await ana.complete(id)).attachment?.type, 'text/plain');
  assert.equal(await put('<script>'), 409);
  assert.equal(await (await ana.get(id)).text(), 'harmless');
  assert.equal(await ana.tell('POST', `/${id}/parts/1`), 'wrong-phase');
  assert.equal((await ana.complete(id)).state, 'ready');
});

test('CMP 7 U2 what may not go is refused before a byte of it comes: empty, too large, a program, one too many', async (t) => {
  const { relay, agent } = await start(t, { settings: { files: { maxMegabytes: 1 } } });
  const ana = await agent();
  const why = async (sent: Parameters<TestSender['begin']>[0]) => (await ana.begin(sent)).state.why;
  assert.equal(await why({ bytes: '' }), 'empty');
  assert.equal(await why({ bytes: '', size: 1_048_577 }), 'too-large');
  assert.equal(await why({ bytes: '', size: 1_048_576 }), undefined);
  assert.equal(await why({ name: 'invoice.pdf.EXE', bytes: 'x' }), 'dangerous');
  assert.equal(await why({ name: 'invoice\u202efdp.scr. ', bytes: 'x' }), 'dangerous');
  assert.equal(await ana.tell('POST', '', { id: v7(), name: 'a', size: 1.5 }), 'malformed');
  assert.equal(await ana.tell('POST', '', { id: v7(), name: 'a', size: -1 }), 'malformed');
  const customer = new TestSender(relay, (await relay.customer()).token);
  const begun = await Promise.all(Array.from({ length: 500 }, () => customer.begin({ bytes: 'x' })));
  const more = await customer.begin({ bytes: 'x' });
  assert.equal(more.state.why, 'too-many');
  const sending = begun.filter(({ state }) => state.state === 'sending');
  assert.ok(sending.length < 500, 'of 500 at once not all are taken');
  for (const { id } of sending) await customer.ask('DELETE', `/${id}`);
  assert.equal((await customer.begin({ bytes: 'x' })).state.state, 'sending');
});

test('CMP 7 U1 a file that was taken off is gone, and so is what it held', async (t) => {
  const { agent } = await start(t);
  const ana = await agent();
  const { id } = await ana.upload({ bytes: await picture(), name: 'a.png' });
  const addresses = [await ana.address(`/${id}/address`), await ana.address(`/${id}/address?as=thumbnail`)];
  assert.equal(await (await agent('ben')).tell('DELETE', `/${id}`), 'not-found');
  assert.equal((await ana.ask('DELETE', `/${id}`)).status, 204);
  assert.equal(await ana.tell('GET', `/${id}`), 'not-found');
  assert.deepEqual(await Promise.all(addresses.map(async (address) => (await fetch(address)).status)), [404, 404]);
});

test('CMP 7 U9 an address is for one thing, ends, and cannot be made up', async (t) => {
  const { relay, agent } = await start(t);
  const ana = await agent();
  const [{ id }, { id: other }] = [await ana.upload({ bytes: 'one', name: 'a.txt' }), await ana.upload({ bytes: 'two', name: 'b.txt' })];
  const address = await ana.address(`/${id}/address`);
  const status = async (href: string) => (await fetch(href)).status;
  assert.equal(await status(address), 200);
  assert.equal(new URL(address).searchParams.get('reader'), 'agent/ana');
  assert.equal(await status(address.replace(id, other)), 404);
  assert.equal(await status(address.replace('/whole', '/thumbnail')), 404);
  assert.equal(await status(address.replace('inline=0', 'inline=1')), 404);
  assert.equal(await status(address.replace('text%2Fplain', 'text%2Fhtml')), 404);
  assert.equal(await status(address.replace('ana', 'ben')), 404);
  assert.equal(await status(address.replace(/until=\d+/, 'until=99999999999999')), 404);
  assert.equal(await status(address.replace(/signature=.*/, '')), 404);
  assert.equal((await fetch(address, { method: 'PUT', body: 'x' })).status, 404);
  relay.clock.now += 299_000;
  assert.equal(await status(address), 200);
  relay.clock.now += 2_000;
  assert.equal(await status(address), 404);
});

test('CMP 7 a part of a film can be got by itself', async (t) => {
  const { agent } = await start(t);
  const ana = await agent();
  const bytes = new Uint8Array(1_500_000).map((_, index) => index % 253);
  const { id } = await ana.upload({ bytes });
  const get = async (range: string) => {
    const got = await ana.get(id, 'whole', { range });
    return { status: got.status, says: got.headers.get('content-range'), bytes: new Uint8Array(await got.arrayBuffer()) };
  };
  const middle = await get('bytes=1048570-1048580');
  assert.deepEqual([middle.status, middle.says], [206, 'bytes 1048570-1048580/1500000']);
  assert.deepEqual(middle.bytes, bytes.slice(1_048_570, 1_048_581));
  assert.deepEqual((await get('bytes=-5')).bytes, bytes.slice(-5));
  assert.deepEqual((await get('bytes=1499990-')).bytes, bytes.slice(1_499_990));
  assert.equal((await get('bytes=1500000-')).status, 416);
  assert.equal((await get('lines=1-2')).status, 200);
});

test('CMP 7 U10 what was not sent within a day is cleared away, and what was sent is not', async (t) => {
  const { relay, agent } = await start(t);
  const { conversation, agent: socket } = await relay.talking();
  const ana = await agent();
  const [left, half, sent] = [await ana.upload({ bytes: 'left' }), await ana.begin({ bytes: 'half' }), await ana.upload({ bytes: 'sent' })];
  await socket.ask({ type: 'message.send', id: v7(), conversation, text: '', attachments: [{ id: sent.id }] });
  relay.pass(86_399_000);
  await relay.server.idle();
  assert.equal((await ana.state(left.id)).state, 'ready');
  relay.pass(2_000);
  await relay.server.idle();
  assert.deepEqual(await Promise.all([left, half, sent].map(({ id }) => ana.tell('GET', `/${id}`))), ['not-found', 'not-found', 'ready']);
  assert.equal(await relay.store.nextDue(), null);
});

test('CMP 7 pages of sites and desks may ask, others may not; a relay without a place for files says so', async (t) => {
  const { relay } = await start(t);
  const preflight = async (origin: string) => {
    const headers = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' };
    return (await fetch(`${relay.url}/v1/files`, { method: 'OPTIONS', headers })).headers.get('access-control-allow-origin');
  };
  assert.equal(await preflight('https://shop.example'), 'https://shop.example');
  assert.equal(await preflight('https://desk.example'), 'https://desk.example');
  assert.equal(await preflight('https://evil.example'), null);
  assert.equal((await relay.get('/v1/files/x')).status, 401);
  const without = await testRelay(t);
  const sender = new TestSender(without, await agentToken());
  assert.equal(await sender.tell('POST', '', { id: v7(), name: 'a', size: 1 }), 'not-found');
});
