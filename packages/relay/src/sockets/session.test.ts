import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 } from 'uuid';
import { STANDARD_DISPOSITIONS } from '../settings/schema/dispositions.js';
import { testRelay } from '../testing/relay.js';
import { agentToken } from '../testing/tokens.js';
import { DESK } from '../testing/settings.js';
import { QUIET } from './limits.js';

describe('a conversation', () => {
  test('the main job: a customer waits, an agent accepts, both talk, the agent ends with a disposition', async (t) => {
    const relay = await testRelay(t);
    const { customer, agent, conversation } = await relay.talking();

    customer.client.say({ type: 'message.send', id: v7(), conversation, text: 'Is the harbour chair in stock?' });
    const asked = await agent.next('message.sent');
    assert.equal(asked.text, 'Is the harbour chair in stock?');
    agent.say({ type: 'message.send', id: v7(), conversation, text: 'It is, in oak and in pine.' });
    const answered = await customer.client.next('message.sent', (event) => event.by.role === 'agent');
    assert.equal(answered.seq, asked.seq + 1);

    agent.say({ type: 'conversation.end', id: v7(), conversation });
    await customer.client.next('conversation.ended');
    agent.say({ type: 'conversation.dispose', id: v7(), conversation, disposition: 'resolved', description: 'In stock' });
    await agent.next('conversation.disposed');
    assert.deepEqual(await customer.client.next('event.hidden'), { type: 'event.hidden', conversation, seq: 6 });

    const row = await relay.store.conversation('harbour', conversation);
    assert.deepEqual([row?.phase, row?.disposition, row?.seq], ['closed', 'resolved', 6]);
  });

  test('WID 3 a customer who comes back finds the open conversation, and gets what was missed', async (t) => {
    const relay = await testRelay(t);
    const { customer, agent, conversation } = await relay.talking();
    customer.client.end();
    for (const text of ['one', 'two']) agent.say({ type: 'message.send', id: v7(), conversation, text });
    await agent.next('message.sent', (event) => event.text === 'two');

    const client = await relay.connect();
    const opened = await client.open(customer.token);
    assert.equal(opened.conversation?.id, conversation);
    assert.equal(opened.conversation.seq, 4);
    assert.equal(opened.site?.greeting, 'How can we help?');
    client.say({ type: 'conversation.follow', conversation, after: 2 });
    const missed = await client.next('conversation.opened');
    assert.deepEqual(
      missed.events.map((event) => [event.seq, event.type]),
      [
        [3, 'message.sent'],
        [4, 'message.sent'],
      ],
    );
  });

  test('TRY 2, STA 1 an agent finds the tray as it is, and sees it change', async (t) => {
    const relay = await testRelay(t);
    const { conversation } = await relay.waiting('Cleo');
    const agent = await relay.connect({ origin: DESK });
    const { desk, status, tray, person } = await agent.open(await agentToken());
    assert.deepEqual(person, { id: 'ana', name: 'Ana', role: 'agent' });
    assert.deepEqual(desk, {
      workspace: { id: 'harbour', name: 'Harbour & Pine' },
      queues: [
        {
          ...{ id: 'front', name: 'Front desk', members: null, dispositions: STANDARD_DISPOSITIONS.codes },
          ...{ required: true, autoAnswer: false, survey: null },
        },
      ],
      ...{ listening: false, responseTime: 60_000, cobrowse: { control: true } },
      statuses: [],
      systemDisposition: { id: 'expired', name: 'Time expired' },
      skills: [],
      snoozePresets: [15, 60, 240, 1_440],
      transfers: { to: 'both', modifySkills: false },
      responses: null,
      ai: { rewrite: false, assist: false, summary: false, arrival: false },
      files: null,
      ...{ engagement: [], actions: [], panels: [], forms: [] },
      reveal: { by: 'everyone', reason: false },
    });
    assert.deepEqual(status, { chosen: 'away', digital: 'away', voice: 'away', prepUntil: null, load: 0, slots: 3 });
    assert.deepEqual(
      tray?.map(({ id, phase }) => [id, phase]),
      [[conversation, 'waiting']],
    );

    const second = await relay.waiting('Dora');
    assert.equal((await agent.next('conversation.changed')).conversation.id, second.conversation);
    second.client.say({ type: 'message.send', id: v7(), conversation: second.conversation, text: 'Hello' });
    assert.equal((await agent.next('conversation.changed')).conversation.lastLine?.text, 'Hello');
  });

  test('TRY 3 listening is kept, and told to every console of the agent', async (t) => {
    const relay = await testRelay(t);
    const [here, there, other] = [await relay.agent(), await relay.agent(), await relay.agent({ id: 'ben' })];
    here.say({ type: 'listening.set', on: true });
    assert.equal((await there.next('listening.changed')).on, true);
    assert.equal((await here.next('listening.changed')).on, true);
    await other.settled();
    assert.deepEqual(other.of('listening.changed'), []);
    const again = await relay.connect({ origin: DESK });
    assert.equal((await again.open(await agentToken())).desk?.listening, true);
  });

  test('DLV 1 what one side has read is told to the other, only ever grows, and never beyond what is there', async (t) => {
    const relay = await testRelay(t);
    const { customer, agent, conversation } = await relay.talking();
    customer.client.say({ type: 'message.read', conversation, upTo: 2_000_000 });
    assert.deepEqual((await agent.next('conversation.read')).read, { customer: 2, agent: 0 });
    customer.client.say({ type: 'message.read', conversation, upTo: 1 });
    agent.say({ type: 'message.read', conversation, upTo: 2 });
    assert.deepEqual((await customer.client.next('conversation.read', ({ read }) => read.agent > 0)).read, { customer: 2, agent: 2 });
  });

  test('DLV 3 typing is told to the other side alone, and never saved', async (t) => {
    const relay = await testRelay(t);
    const { customer, agent, conversation } = await relay.talking();
    customer.client.say({ type: 'typing.report', conversation, on: true });
    const typing = await agent.next('typing.changed');
    assert.deepEqual([typing.by.role, typing.on], ['customer', true]);
    agent.say({ type: 'typing.report', conversation, on: true });
    assert.equal((await customer.client.next('typing.changed')).by.id, 'ana');
    await agent.settled();
    assert.deepEqual(
      agent.of('typing.changed').map(({ by }) => by.role),
      ['customer'],
    );
    assert.deepEqual(
      customer.client.of('typing.changed').map(({ by }) => by.role),
      ['agent'],
    );
    assert.equal((await relay.store.conversation('harbour', conversation))?.seq, 2);
  });
});

describe('order and repetition', () => {
  test('DLV 5 O1 a burst of messages is in the log in the order in which it was written, and told in it', async (t) => {
    const relay = await testRelay(t, { limits: { messageBurst: 500 } });
    const { customer, agent, conversation } = await relay.talking();
    const texts = Array.from({ length: 150 }, (_, index) => `message ${String(index)}`);
    for (const text of texts) customer.client.say({ type: 'message.send', id: v7(), conversation, text });
    customer.client.say({ type: 'conversation.end', id: v7(), conversation });
    await agent.next('conversation.ended');
    assert.deepEqual(
      agent.of('message.sent').map(({ text }) => text),
      texts,
    );
    const saved = await relay.store.eventsAfter(conversation, 2, 500);
    assert.deepEqual(
      saved.map((event) => (event.type === 'message.sent' ? event.text : event.type)),
      [...texts, 'conversation.ended'],
    );
  });

  test('DLV 2 O2 a message sent twice is said once, and its author is told again where it stands', async (t) => {
    const relay = await testRelay(t);
    const { customer, agent, conversation } = await relay.talking();
    const id = v7();
    for (const text of ['hello', 'hello']) customer.client.say({ type: 'message.send', id, conversation, text });
    const [first, second] = [await customer.client.next('message.sent'), await customer.client.next('message.sent')];
    assert.deepEqual(first, second);
    await agent.settled();
    assert.equal(agent.of('message.sent').length, 1);
  });

  test('O2 every command that changes something is performed once', async (t) => {
    const relay = await testRelay(t);
    const agent = await relay.agent();
    const { client, conversation } = await relay.waiting();
    const [accept, end, dispose] = [v7(), v7(), v7()];
    for (let times = 0; times < 2; times += 1) agent.say({ type: 'conversation.accept', id: accept, conversation });
    for (let times = 0; times < 2; times += 1) agent.say({ type: 'conversation.end', id: end, conversation });
    for (let times = 0; times < 2; times += 1)
      agent.say({ type: 'conversation.dispose', id: dispose, conversation, disposition: 'pending' });
    await agent.settled();
    assert.deepEqual(
      agent.of('refused').filter(({ id }) => [accept, end, dispose].includes(id ?? '')),
      [],
    );
    for (const type of ['conversation.accepted', 'conversation.ended', 'conversation.disposed'] as const)
      assert.equal(new Set(agent.of(type).map(({ seq }) => seq)).size, 1);
    await client.settled();
    assert.equal((await relay.store.conversation('harbour', conversation))?.seq, 4);
  });

  test('O2 a conversation started twice is one, and a second one beside an open one is refused with its id', async (t) => {
    const relay = await testRelay(t);
    const { client } = await relay.customer();
    const [id, conversation] = [v7(), v7()];
    for (let times = 0; times < 2; times += 1) client.say({ type: 'conversation.start', id, conversation, name: 'Cleo' });
    await client.next('conversation.opened');
    assert.equal((await client.next('conversation.opened')).conversation.seq, 1);
    assert.deepEqual([(await client.next('conversation.started')).id, client.of('conversation.started').length], [id, 1]);
    const other = v7();
    client.say({ type: 'conversation.start', id: other, conversation: v7() });
    const refused = await client.next('refused');
    assert.deepEqual([refused.code, refused.id, refused.conversation], ['already-open', other, conversation]);
  });

  test('O3 an id that belongs to another command is refused', async (t) => {
    const relay = await testRelay(t);
    const { customer, agent, conversation } = await relay.talking();
    const id = v7();
    customer.client.say({ type: 'message.send', id, conversation, text: 'mine' });
    await agent.next('message.sent');
    agent.say({ type: 'conversation.end', id, conversation });
    assert.equal((await agent.next('refused')).code, 'id-used');
    agent.say({ type: 'message.send', id, conversation, text: 'theirs' });
    assert.equal((await agent.next('refused')).code, 'id-used');
  });

  test('O4 after a refusal for haste nothing overtakes what was refused, until the time is over', async (t) => {
    const relay = await testRelay(t, { limits: { messageBurst: 3, messagesPerSecond: 1 } });
    const { customer, agent, conversation } = await relay.talking();
    const say = (text: string): void => customer.client.say({ type: 'message.send', id: v7(), conversation, text });
    for (const text of ['1', '2', '3', '4']) say(text);
    const refused = await customer.client.next('refused');
    assert.deepEqual([refused.code, refused.retryAfter, refused.command], ['slow-down', QUIET, 'message.send']);
    relay.pass(1_500);
    say('5');
    assert.equal((await customer.client.next('refused')).retryAfter, 500);
    relay.pass(500);
    say('4');
    say('5');
    await agent.next('message.sent', ({ text }) => text === '5');
    assert.deepEqual(
      agent.of('message.sent').map(({ text }) => text),
      ['1', '2', '3', '4', '5'],
    );
  });

  test('O5 nothing is lost or told twice between the log and what comes after it', async (t) => {
    const relay = await testRelay(t, { limits: { messageBurst: 500 } });
    const { customer, agent, conversation } = await relay.talking();
    const sue = await relay.agent({ id: 'sue', role: 'supervisor' });
    for (let round = 0; round < 20; round += 1) {
      customer.client.say({ type: 'message.send', id: v7(), conversation, text: String(round) });
      sue.say({ type: 'conversation.follow', conversation });
    }
    await agent.next('message.sent', ({ text }) => text === '19');
    await sue.settled();
    let last = 0;
    for (const event of sue.received) {
      if (event.type === 'conversation.opened') last = event.conversation.seq;
      if (event.type === 'message.sent') assert.equal(event.seq, (last += 1));
    }
    assert.equal(last, 22);
  });
});
