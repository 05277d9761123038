import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Service } from '../testing/service.js';
import type { CallFault } from './call-fault.js';
import { callOut, type Call } from './call-out.js';
import { isPrivate } from './private-addresses.js';

const NEVER = new AbortController().signal;

const calling = (url: string, more: Partial<Call> = {}): Call => ({
  url: new URL(url),
  method: 'GET',
  headers: {},
  body: undefined,
  allowPrivate: true,
  most: 64 * 1_024,
  deadline: NEVER,
  cancelled: NEVER,
  ...more,
});

const faultOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'answered',
    (fault: unknown) => (fault as CallFault).fault,
  );

test('INF 8 X4 addresses that are not of the public internet are known, in every way of writing them', () => {
  const closed =
    '127.0.0.1 127.8.9.1 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 192.0.2.1 198.18.0.1 ' +
    '::1 :: ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:7f00:1 64:ff9b::7f00:1 fc00::1 fd12::1 fe80::1 ff02::1 2002:7f00:1:: 2001:db8::1 ::127.0.0.1 shop.example';
  for (const address of closed.split(' ')) assert.equal(isPrivate(address), true, address);
  for (const address of ['93.184.216.34', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::200e'])
    assert.equal(isPrivate(address), false, address);
});

test('INF 8 X4 a private address is not called, written out, as a name, or among others', async (t) => {
  const { url, got } = await new Service().listen(t);
  const { port } = new URL(url);
  for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', 'localhost'])
    assert.equal(await faultOf(callOut()(calling(`http://${host}:${port}/orders`, { allowPrivate: false }))), 'private', host);
  const both = callOut((_, done) =>
    done(null, [
      { address: '93.184.216.34', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]),
  );
  assert.equal(await faultOf(both(calling(`http://orders.example:${port}/orders`, { allowPrivate: false }))), 'private');
  assert.deepEqual(got, []);
});

test('INF 8 X4 a name is looked up once, and what was looked up is called, whatever it means a moment later', async (t) => {
  const { url, got } = await new Service().listen(t);
  const { port } = new URL(url);
  const answers = ['127.0.0.1', '127.0.0.2'];
  const asked: string[] = [];
  const call = callOut((name, done) => {
    asked.push(name);
    done(null, [{ address: answers[asked.length - 1] ?? '', family: 4 }]);
  });
  await call(calling(`http://orders.example:${port}/orders`));
  assert.deepEqual(asked, ['orders.example']);
  assert.equal(got[0]?.headers.host, `orders.example:${port}`);
});

test('INF 8 X5 whatever a service does, it ends with a reason', async (t) => {
  const { url, got } = await new Service().listen(t);
  const faults = { '/broken': 'status', '/elsewhere': 'redirected', '/torn': 'unreachable', '/huge': 'too-large' };
  for (const [path, fault] of Object.entries(faults)) assert.equal(await faultOf(callOut()(calling(url + path))), fault, path);
  assert.deepEqual(
    got.map(({ path }) => path),
    Object.keys(faults),
  );
  assert.equal(await faultOf(callOut()(calling('http://127.0.0.1:1/'))), 'unreachable');
  const nowhere = callOut((_, done) => done(new Error('ENOTFOUND orders.example'), []));
  assert.equal(await faultOf(nowhere(calling('http://orders.example/'))), 'unreachable');
});

test('INF 8 X5 a call ends when its time is up, and when nobody waits any more', async (t) => {
  const service = await new Service().listen(t);
  for (const [signal, fault] of [
    ['deadline', 'timeout'],
    ['cancelled', 'cancelled'],
  ] as const) {
    const end = new AbortController();
    const came = service.next();
    const call = faultOf(callOut()(calling(`${service.url}/slow`, { [signal]: end.signal })));
    await came;
    end.abort();
    assert.equal(await call, fault);
  }
});

test('INF 8 X5 an answer is read, with its type', async (t) => {
  const { url } = await new Service().listen(t);
  const { type, body } = await callOut()(calling(`${url}/orders`));
  assert.deepEqual([type, JSON.parse(body.toString())], ['application/json', { order: { state: 'sent', lines: [1, 2] } }]);
});
