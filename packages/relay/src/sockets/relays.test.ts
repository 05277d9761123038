import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { v7 } from 'uuid';
import { LocalHub } from '../hub/local-hub.js';
import { topics } from '../hub/hub.js';
import { openNatsHub } from '../hub/open-nats-hub.js';
import { testNats, withoutNats } from '../testing/nats.js';
import { testRelay, type TestRelay } from '../testing/relay.js';
import { agentToken } from '../testing/tokens.js';
import { DESK } from '../testing/settings.js';

const quiet = { error: () => undefined, warn: () => undefined };
const nats = await testNats();

/** Two relays on one database, joined by NATS. */
async function twoRelays(t: TestContext): Promise<[TestRelay, TestRelay]> {
  const first = await testRelay(t, { hub: await openNatsHub(nats.url, quiet) });
  return [first, await testRelay(t, { hub: await openNatsHub(nats.url, quiet), store: first.store })];
}

test('DLV 5 whoever may have missed something is told to come back, and others stay', async (t) => {
  const relay = await testRelay(t);
  const { customer, agent, conversation } = await relay.talking();
  const other = await relay.waiting();
  relay.hub.publish(topics.conversation(conversation), { kind: 'missed' });
  assert.deepEqual([await customer.client.closed, await agent.closed], ['restart', 'restart']);
  other.client.say({ type: 'ping' });
  await other.client.next('pong');
});

/** A hub that other relays do not reach, and that takes its time to be subscribed to. */
function slowHub(): { hub: LocalHub; asked: Promise<void>; answer(): void } {
  const hub = new LocalHub(quiet);
  let reached = (): void => undefined;
  const asked = new Promise<void>((resolve) => (reached = resolve));
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  hub.subscribed = () => {
    reached();
    return answered;
  };
  return { hub, asked, answer };
}

test('DLV 5 a socket that only just opens while something was missed comes back too', async (t) => {
  const { hub, asked, answer } = slowHub();
  const relay = await testRelay(t, { hub });
  const client = await relay.connect({ origin: DESK });
  client.say({ type: 'session.open', version: 1, token: await agentToken() });
  await asked;
  hub.publish(topics.desk('harbour'), { kind: 'missed' });
  answer();
  assert.equal(await client.closed, 'restart');
});

test('O5 what another relay saved before this one was subscribed is in the log that is opened', async (t) => {
  const first = await testRelay(t);
  const { agent, conversation } = await first.talking();
  const { hub, asked, answer } = slowHub();
  const second = await testRelay(t, { hub, store: first.store });
  const client = await second.connect({ origin: DESK });
  client.say({ type: 'session.open', version: 1, token: await agentToken() });
  await asked;
  agent.say({ type: 'message.send', id: v7(), conversation, text: 'one' });
  await agent.next('message.sent');
  answer();
  const { tray } = await client.next('session.opened');
  assert.equal(tray?.[0]?.lastLine?.text, 'one');

  const slow = slowHub();
  hub.subscribed = () => slow.hub.subscribed();
  client.say({ type: 'conversation.follow', conversation });
  await slow.asked;
  agent.say({ type: 'message.send', id: v7(), conversation, text: 'two' });
  await agent.next('message.sent');
  slow.answer();
  const { events } = await client.next('conversation.opened');
  assert.deepEqual(
    events.flatMap((event) => (event.type === 'message.sent' ? [event.text] : [])),
    ['one', 'two'],
  );
});

test('O5 what another relay saved before this one was subscribed is in what a customer’s window begins with', async (t) => {
  const first = await testRelay(t);
  const { customer, agent, conversation } = await first.talking();
  const { hub, asked, answer } = slowHub();
  const second = await testRelay(t, { hub, store: first.store });
  const client = await second.connect();
  client.say({ type: 'session.open', version: 1, token: customer.token });
  await asked;
  agent.say({ type: 'message.send', id: v7(), conversation, text: 'one' });
  const { seq } = await agent.next('message.sent');
  answer();
  assert.equal((await client.next('session.opened')).conversation?.seq, seq);
});

test('RTG 4 who waits goes on to be told their place when another relay tells late that they came', async (t) => {
  const relay = await testRelay(t);
  const [first, second] = [await relay.waiting(), await relay.waiting()];
  await second.client.next('queue.placed', ({ place }) => place === 2);
  const [started] = second.client.of('conversation.opened')[0]?.events ?? [];
  assert.equal(started?.type, 'conversation.started');
  relay.hub.publish(topics.conversation(second.conversation), { kind: 'logged', event: started });
  first.client.say({ type: 'conversation.end', id: v7(), conversation: first.conversation });
  assert.equal((await second.client.next('queue.placed')).place, 1);
});

test('RTG 4 who is put to an agent keeps their place, and goes on to be told it', async (t) => {
  const queues = [{ id: 'front', name: 'Front', offer: { mode: 'push' as const } }];
  const relay = await testRelay(t, { settings: { queues } });
  await relay.available('ana');
  const [first, second] = [await relay.waiting(), await relay.waiting()];
  await second.client.next('event.hidden');
  first.client.say({ type: 'conversation.end', id: v7(), conversation: first.conversation });
  await second.client.next('queue.placed', ({ place }) => place === 1);
});

test('places are counted anew where it may have been missed that they moved', async (t) => {
  const relay = await testRelay(t);
  const [first, second] = [await relay.waiting(), await relay.waiting()];
  await second.client.next('queue.placed', ({ place }) => place === 2);
  // As if another relay had told nobody.
  const left = relay.hub;
  const publish = left.publish.bind(left);
  left.publish = () => undefined;
  first.client.say({ type: 'conversation.end', id: v7(), conversation: first.conversation });
  await first.client.settled();
  left.publish = publish;
  left.publish(topics.queues('harbour'), { kind: 'missed' });
  assert.equal((await second.client.next('queue.placed')).place, 1);
});

test(
  'WID 2, TRY 2, DLV 1 and END 1 on two relays: who waits, who accepts, who writes and who ends is told on both',
  { skip: withoutNats },
  async (t) => {
    const [near, far] = await twoRelays(t);
    const agent = await far.agent();
    const { client, conversation } = await near.waiting('Cleo');
    await agent.next('conversation.changed', (event) => event.conversation.id === conversation);
    agent.say({ type: 'conversation.accept', id: v7(), conversation });
    await client.next('conversation.accepted');
    agent.say({ type: 'conversation.follow', conversation });
    await agent.next('conversation.opened');
    client.say({ type: 'message.send', id: v7(), conversation, text: 'hi' });
    assert.equal((await agent.next('message.sent')).text, 'hi');
    agent.say({ type: 'typing.report', conversation, on: true });
    await client.next('typing.changed');
    agent.say({ type: 'conversation.end', id: v7(), conversation });
    await client.next('conversation.ended');
  },
);
