import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeptOutbox } from './kept-outbox.js';
import { MemoryOutbox } from './memory-outbox.js';
import { pendingOf, type Outgoing } from './outbox.js';
import { KeptValues } from './storage.js';
import { memoryStorage, refusingStorage } from './testing/memory-storage.js';
import { settle } from './testing/settle.js';
import { SimulatedBrowser } from './testing/simulated-browser.js';

const message = (id: string): Outgoing => ({ type: 'message.send', id, conversation: 'here', text: id });

const ids = ({ entries }: { entries: readonly { command: Outgoing }[] }) => entries.map(({ command }) => command.id);

/** Tabs of one browser: what is kept, and what is told, they share. */
const browsing = () => {
  const values = new Map<string, unknown>();
  const browser = new SimulatedBrowser();
  const open = async (arrived: (id: string) => boolean = () => false) => {
    const kept = new KeptValues(memoryStorage(values), () => undefined);
    const outbox = new KeptOutbox(kept, arrived, () => undefined);
    const stored = await kept.entries();
    outbox.load(stored, browser.tab().channel());
    return outbox;
  };
  return { values, open };
};

test('what is changed keeps its place, what is dropped leaves', () => {
  const outbox = new MemoryOutbox(() => undefined);
  for (const id of ['c', 'a', 'b']) outbox.add(message(id), 0);
  outbox.change('c', { state: 'failed' });
  outbox.drop('a');
  outbox.change('a', { state: 'failed' });
  assert.deepEqual(ids(outbox), ['c', 'b']);
  assert.deepEqual(
    pendingOf(outbox.entries, 'here').map(({ state }) => state),
    ['failed', 'sending'],
  );
  assert.deepEqual(pendingOf(outbox.entries, 'there'), []);
});

test('DLV 2 what is undelivered is there in its order after a reload, as if it had just been written', async () => {
  const { open } = browsing();
  const before = await open();
  for (const id of ['c', 'a', 'b']) before.add(message(id), 5);
  before.drop('a');
  await settle();
  const after = await open();
  assert.deepEqual(ids(after), ['c', 'b']);
  after.add(message('0'), 6);
  assert.deepEqual(ids(after), ['c', 'b', '0']);
});

test('WID 3 all tabs see the same outbox', async () => {
  const { open } = browsing();
  const [first, second] = [await open(), await open()];
  first.add(message('a'), 0);
  second.add(message('b'), 0);
  await settle();
  assert.deepEqual(ids(first), ids(second));
  first.change('b', { state: 'failed' });
  second.drop('a');
  await settle();
  assert.deepEqual(first.entries, second.entries);
  assert.deepEqual(ids(first), ['b']);
});

test('DLV 5 what another tab tells of something that has arrived comes too late', async () => {
  const { open } = browsing();
  const [first, second] = [await open(), await open((id) => id === 'a')];
  first.add(message('a'), 0);
  await settle();
  assert.deepEqual(ids(second), []);
});

test('what was refused is not there after a reload', async () => {
  const { open, values } = browsing();
  const before = await open();
  before.add(message('a'), 0);
  before.change('a', { state: 'refused', why: 'wrong-phase' });
  await settle();
  assert.deepEqual(ids(before), ['a']);
  assert.equal(values.size, 0);
});

test('a browser that keeps nothing says so once, and the page goes on', async () => {
  let refusals = 0;
  const kept = new KeptValues(refusingStorage(), () => refusals++);
  assert.deepEqual(await kept.entries(), []);
  const outbox = new KeptOutbox(
    kept,
    () => false,
    () => undefined,
  );
  outbox.load([], undefined);
  outbox.add(message('a'), 0);
  await kept.set('token', 't');
  assert.equal(await kept.get('token'), 't');
  await kept.del('token');
  assert.equal(await kept.get('token'), undefined);
  assert.deepEqual(ids(outbox), ['a']);
  assert.equal(kept.keeps, false);
  assert.equal(refusals, 1);
});

test('a browser that stops keeping things goes on with what it had', async () => {
  const values = new Map<string, unknown>([['token', 'old']]);
  const storage = memoryStorage(values);
  const kept = new KeptValues(storage, () => undefined);
  await kept.entries();
  storage.get = storage.set = () => Promise.reject(new DOMException('The disk is full.', 'QuotaExceededError'));
  assert.equal(await kept.get('token'), 'old');
  await kept.set('token', 'new');
  assert.equal(await kept.get('token'), 'new');
  await kept.clear();
  assert.deepEqual(await kept.entries(), []);
});
