import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStorage } from './testing/memory-storage.js';
import { ANA, accepts, says, seed } from './testing/scenes.js';
import { settle } from './testing/settle.js';
import { shop } from './testing/shop.js';
import { SimulatedBrowser, type SimulatedTab } from './testing/simulated-browser.js';
import { texts } from './testing/texts.js';

/** A browser with several tabs on the same site. */
const browsing = () => {
  const site = shop();
  const browser = new SimulatedBrowser();
  const open = async (tab: SimulatedTab = browser.tab()) => ({ tab, session: await site.visit({ tabs: tab }) });
  return { ...site, browser, open };
};

test('WID 3 what is written in one tab shows in all, while it is on its way and when it has arrived', async () => {
  const { relay, open } = browsing();
  seed(relay, { messages: 1, lines: ['a'] });
  const [first, second] = [await open(), await open()];
  relay.network.drop(false);
  second.session.say('b');
  await settle();
  for (const { session } of [first, second]) assert.deepEqual(texts(session.state.conversation), ['a', 'b (sending)']);
});

test('WID 3 a conversation that one tab begins is there in the others', async () => {
  const { relay, open } = browsing();
  const [first, second] = [await open(), await open()];
  second.session.say('a');
  await settle();
  accepts(relay, first.session.state.conversation?.log.summary.id ?? '');
  says(relay, first.session.state.conversation?.log.summary.id ?? '', ANA, 'b');
  await settle();
  for (const { session } of [first, second]) assert.deepEqual(texts(session.state.conversation), ['a', 'b']);
  assert.deepEqual(first.session.state.conversation?.log, second.session.state.conversation?.log);
});

test('WID 3 a newcomer sees the conversation that began after the socket was opened', async () => {
  const { open } = browsing();
  const first = await open();
  first.session.say('a');
  await settle();
  const second = await open();
  assert.deepEqual(texts(second.session.state.conversation), ['a']);
  assert.equal(second.session.state.place, 1);
});

test('WID 3 what one tab has seen is seen in all', async () => {
  const { relay, open } = browsing();
  seed(relay, { messages: 4 });
  const [first, second] = [await open(), await open()];
  assert.deepEqual([first.session.state.unread, second.session.state.unread], [2, 2]);
  second.session.read();
  await settle();
  assert.deepEqual([first.session.state.unread, second.session.state.unread], [0, 0]);
});

test('DLV 5 two tabs that write at once lose nothing, and see the same', async () => {
  const { relay, open } = browsing();
  seed(relay, { messages: 0 });
  const [first, second] = [await open(), await open()];
  for (let index = 0; index < 5; index++) {
    first.session.say(`first ${String(index)}`);
    second.session.say(`second ${String(index)}`);
  }
  await settle();
  const said = texts(first.session.state.conversation);
  assert.equal(said.length, 10);
  assert.deepEqual(texts(second.session.state.conversation), said);
  for (const who of ['first', 'second']) {
    assert.deepEqual(
      said.filter((text) => text.startsWith(who)),
      [0, 1, 2, 3, 4].map((index) => `${who} ${String(index)}`),
    );
  }
});

test('DLV 5 two tabs that both begin a conversation at once have one', async () => {
  const { relay, clock, open } = browsing();
  const [first, second] = [await open(), await open()];
  first.session.start({ name: 'Maya' });
  second.session.start({ name: 'Maya' });
  first.session.say('a');
  second.session.say('b');
  await clock.advance(30_000);
  assert.equal(relay.logs.size, 1);
  assert.deepEqual(texts(first.session.state.conversation).toSorted(), ['a', 'b']);
  assert.deepEqual(texts(second.session.state.conversation), texts(first.session.state.conversation));
});

test('WID 3 what the owner had not sent when its tab died goes out from another one, once', async () => {
  const { relay, clock, open } = browsing();
  const id = seed(relay, { messages: 0 });
  const [first, second] = [await open(), await open()];
  first.session.say('a');
  first.tab.close();
  first.session.destroy();
  await clock.advance(30_000);
  assert.deepEqual(texts(second.session.state.conversation), ['a']);
  assert.equal(relay.logs.get(id)?.events.filter(({ type }) => type === 'message.sent').length, 1);
});

test('WID 3 a message refused in the owner says so in the tab that wrote it', async () => {
  const { relay, open } = browsing();
  seed(relay, { messages: 0 });
  const [, second] = [await open(), await open()];
  relay.refuseNext('message.send', 'too-long');
  second.session.say('a');
  await settle();
  assert.deepEqual(texts(second.session.state.conversation), ['a (refused)']);
});

test('WID 3, DLV 2 a tab that opens while a message arrives does not show it as on its way for ever', async () => {
  const { relay, clock, browser, values, open, arrive } = browsing();
  const { session: first } = await open();
  relay.network.drop();
  first.say('a');
  await settle();
  const storage = memoryStorage(values);
  let read = (): void => undefined;
  const isRead = new Promise<void>((resolve) => (read = resolve));
  // What there was is read now, and known later.
  const entries = async () => {
    const there = await storage.entries();
    await isRead;
    return there;
  };
  const second = arrive({ tabs: browser.tab(), storage: { ...storage, entries } });
  second.connect();
  await settle();
  relay.network.restore();
  await clock.advance(60_000);
  assert.deepEqual(texts(first.state.conversation), ['a']);
  read();
  await settle();
  assert.deepEqual(texts(second.state.conversation), ['a']);
});

test('WID 3, DLV 2 nor does one that reads what is kept just before the message is gone from there', async () => {
  const { relay, clock, browser, values, open, visit } = browsing();
  let gone = (): void => undefined;
  const isGone = new Promise<void>((resolve) => (gone = resolve));
  const storage = memoryStorage(values);
  const del = async (key: string) => {
    await isGone;
    await storage.del(key);
  };
  const tab = browser.tab();
  const first = await visit({ tabs: tab, storage: { ...storage, del } });
  relay.network.drop();
  first.say('a');
  await settle();
  relay.network.restore();
  await clock.advance(60_000);
  const { session: second } = await open();
  gone();
  await settle();
  for (const session of [first, second]) assert.deepEqual(texts(session.state.conversation), ['a']);
});
