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
  const limits = { messageBurst: 1_000, frameBurst: 1_000 };
  const first = await testRelay(t, { limits, hub: await openNatsHub(nats.url, quiet) });
  return [first, await testRelay(t, { limits, hub: await openNatsHub(nats.url, quiet), store: first.store })];
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

test('DLV 5 a socket that only just opens while something was missed comes back too', async (t) => {
  const hub = new LocalHub(quiet);
  let reached = (): void => undefined;
  const asked = new Promise<void>((resolve) => (reached = resolve));
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  hub.subscribed = () => {
    reached();
    return answered;
  };
  const relay = await testRelay(t, { hub });
  const client = await relay.connect({ origin: DESK });
  client.say({ type: 'session.open', version: 1, token: await agentToken() });
  await asked;
  hub.publish(topics.desk('harbour'), { kind: 'missed' });
  answer();
  assert.equal(await client.closed, 'restart');
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

test('O5 what another relay is told while a log is opened is not lost between the two', { skip: withoutNats }, async (t) => {
  const [near, far] = await twoRelays(t);
  const { customer, agent, conversation } = await near.talking();
  const back = await far.returning(customer);
  for (let round = 1; round <= 30; round += 1) {
    const texts = Array.from({ length: 5 }, () => v7());
    for (const id of texts.slice(0, 3)) agent.say({ type: 'message.send', id, conversation, text: id });
    back.client.say({ type: 'conversation.unfollow', conversation });
    back.client.say({ type: 'conversation.follow', conversation, after: 2 });
    for (const id of texts.slice(3)) agent.say({ type: 'message.send', id, conversation, text: id });
    await agent.next('message.sent', ({ id }) => id === texts.at(-1));
    const opened = await back.client.next('conversation.opened');
    // Either in the log or after it: whatever is the newest there, the next follows on.
    const newest = 2 + round * 5;
    if (opened.conversation.seq < newest) await back.client.next('message.sent', ({ seq }) => seq === newest);
  }
});
