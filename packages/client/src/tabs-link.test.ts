import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RelayEvent } from '@deskbell/protocol/events.js';
import { SocketLink } from './socket-link.js';
import { TabsLink } from './tabs-link.js';
import { ManualClock } from './testing/manual-clock.js';
import { MAYA, seed, says, types } from './testing/scenes.js';
import { settle } from './testing/settle.js';
import { SimulatedBrowser, type SimulatedTab } from './testing/simulated-browser.js';
import { SimulatedPage } from './testing/simulated-page.js';
import { simulateRelay } from './testing/simulate-relay.js';

const browsing = () => {
  const clock = new ManualClock();
  const relay = simulateRelay({ clock });
  const browser = new SimulatedBrowser();
  let tabs = 0;
  const open = async (change: (tab: SimulatedTab) => SimulatedTab = (tab) => tab) => {
    const tab = change(browser.tab());
    const page = new SimulatedPage();
    const events: RelayEvent[] = [];
    const link = new TabsLink({
      clock,
      page,
      tabs: tab,
      channel: tab.channel(),
      tab: String(++tabs),
      ownLink: (listener) =>
        new SocketLink({
          address: '',
          clock,
          page,
          random: () => 0.5,
          openSocket: relay.openSocket,
          token: () => Promise.resolve(relay.tokenFor(MAYA)),
          renewed: () => Promise.resolve(undefined),
          listener,
        }),
      listener: { told: (event) => events.push(event), changed: () => undefined },
    });
    link.connect();
    await settle();
    /** The tab dies without a word, its timers too. */
    const crash = () => {
      tab.close();
      link.close();
    };
    return { page, link, events, types: () => events.map(({ type }) => type), crash, tab };
  };
  return { clock, relay, open };
};

test('WID 3 all tabs share one socket', async () => {
  const { relay, open } = browsing();
  const tabs = [await open(), await open(), await open()];
  assert.equal(relay.network.opened, 1);
  assert.deepEqual(
    tabs.map(({ link }) => link.connection.phase),
    ['open', 'open', 'open'],
  );
  assert.deepEqual(
    tabs.map(({ link }) => link.owns),
    [true, false, false],
  );
});

test('WID 3 a newcomer is told of the session as if it had just been opened', async () => {
  const { clock, open } = browsing();
  const first = await open();
  await clock.advance(60_000);
  const second = await open();
  assert.deepEqual(second.types(), ['session.opened']);
  assert.ok(second.events[0]?.type === 'session.opened' && second.events[0].now === clock.now());
  assert.deepEqual(first.types(), ['session.opened']);
});

test('WID 3 what one tab says goes out, and what the relay tells is heard in all', async () => {
  const { relay, open } = browsing();
  const conversation = seed(relay);
  const [first, second] = [await open(), await open()];
  second.link.send({ type: 'conversation.follow', conversation });
  await settle();
  types(relay, conversation, { ...MAYA, id: 'ana', role: 'agent' });
  await settle();
  for (const tab of [first, second]) assert.deepEqual(tab.types(), ['session.opened', 'conversation.opened', 'typing.changed']);
});

for (const [how, leave] of [
  ['closes', (tab: { link: TabsLink }) => tab.link.close()],
  ['crashes', (tab: { crash: () => void }) => tab.crash()],
  ['is frozen', (tab: { page: SimulatedPage }) => tab.page.sign('frozen')],
] as const) {
  test(`WID 3 when the owner ${how}, another tab takes over`, async () => {
    const { relay, open } = browsing();
    const [first, second, third] = [await open(), await open(), await open()];
    leave(first);
    await settle();
    assert.deepEqual([second.link.owns, third.link.owns], [true, false]);
    assert.equal(third.link.connection.phase, 'open');
    assert.equal(relay.connections.size, 1);
    assert.deepEqual(third.types(), ['session.opened', 'session.opened']);
  });
}

test('WID 3 a tab that was frozen takes part again when it is thawed', async () => {
  const { relay, open } = browsing();
  const [first, second] = [await open(), await open()];
  first.page.sign('frozen');
  await settle();
  first.page.sign('thawed');
  await settle();
  assert.deepEqual([first.link.owns, second.link.owns], [false, true]);
  assert.equal(first.link.connection.phase, 'open');
  assert.equal(relay.connections.size, 1);
});

test('WID 3 a visible tab takes over from an owner that says nothing any longer', async () => {
  const { clock, relay, open } = browsing();
  const [first, hidden, visible] = [await open(), await open(), await open()];
  hidden.page.hide();
  first.tab.sleep();
  await clock.advance(9_999);
  assert.deepEqual([hidden.link.owns, visible.link.owns], [false, false]);
  await clock.advance(1);
  assert.deepEqual([first.link.owns, hidden.link.owns, visible.link.owns], [false, false, true]);
  assert.equal(hidden.link.connection.phase, 'open');
  assert.equal(relay.connections.size, 1);
});

test('WID 3 as long as the owner is heard nobody takes over, whatever the relay does', async () => {
  const { clock, relay, open } = browsing();
  const [first, second] = [await open(), await open()];
  relay.network.drop();
  await clock.advance(120_000);
  assert.deepEqual([first.link.owns, second.link.owns], [true, false]);
});

test('WID 3 a hidden tab that waited while the owner slept takes over when it is looked at', async () => {
  const { clock, open } = browsing();
  const [first, second] = [await open(), await open()];
  second.page.hide();
  first.tab.sleep();
  await clock.advance(60_000);
  assert.equal(second.link.owns, false);
  second.page.sign('visible');
  await clock.advance(10_000);
  assert.equal(second.link.owns, true);
});

test('WID 3 an owner that ends for good lets another tab try', async () => {
  const { relay, open, clock } = browsing();
  const [first, second] = [await open(), await open()];
  relay.closeAll('too-old');
  await settle();
  assert.deepEqual(first.link.connection, { phase: 'ended', why: 'too-old' });
  assert.equal(second.link.connection.phase, 'open');
  relay.closeAll('too-old');
  await clock.advance(60_000);
  assert.deepEqual(second.link.connection, { phase: 'ended', why: 'too-old' });
});

test('WID 3 the loss of the network shows in every tab, and its end too', async () => {
  const { clock, relay, open } = browsing();
  const [first, second] = [await open(), await open()];
  relay.network.drop();
  await settle();
  assert.deepEqual([first.link.connection.phase, second.link.connection.phase], ['lost', 'lost']);
  await clock.advance(60_000);
  assert.deepEqual([first.link.owns, second.link.owns], [true, false]);
  relay.network.restore();
  await clock.advance(30_000);
  assert.deepEqual([first.link.connection.phase, second.link.connection.phase], ['open', 'open']);
  assert.equal(relay.connections.size, 1);
});

test('WID 3 a newcomer is not told of a conversation that was open long ago', async () => {
  const { relay, open } = browsing();
  const conversation = seed(relay);
  await open();
  const log = relay.logs.get(conversation);
  assert.ok(log);
  relay.tell(log, log.append({ type: 'conversation.ended', id: conversation, by: { id: 'ana', name: 'Ana', role: 'agent' } }, 1).event);
  await settle();
  const [opened] = (await open()).events;
  assert.ok(opened?.type === 'session.opened' && opened.conversation === null);
});

test('WID 3 where the browser gives no locks after all, every tab has a socket of its own', async () => {
  const { relay, open } = browsing();
  const lockless = (tab: SimulatedTab) => ({
    ...tab,
    lock: () => Promise.reject(new DOMException('The document is not active.', 'InvalidStateError')),
  });
  const [first, second] = [await open(lockless), await open(lockless)];
  assert.deepEqual([first.link.owns, second.link.owns], [true, true]);
  assert.deepEqual([first.link.connection.phase, second.link.connection.phase], ['open', 'open']);
  assert.equal(relay.connections.size, 2);
});

test('WID 3 closed tabs leave neither sockets nor timers behind', async () => {
  const { clock, relay, open } = browsing();
  const [first, second] = [await open(), await open()];
  says(relay, seed(relay), MAYA, 'Hello');
  first.link.close();
  await settle();
  second.link.close();
  await settle();
  assert.equal(relay.connections.size, 0);
  assert.equal(clock.timers, 0);
});
