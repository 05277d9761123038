import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay } from '../testing/relay.js';
import { CSAT, answer, counts, end, plan, surveying, typesIn } from '../testing/surveys.js';

const NEVER = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

for (const by of ['customer', 'agent'] as const) {
  test(`SUR 1 SV1 everyone is asked when the ${by} ends it, with the end`, async (t) => {
    const relay = await surveying(t);
    const { customer, agent, conversation } = await relay.talking();
    await (by === 'customer' ? customer.client : agent).ask(end(conversation));
    const { survey, by: author, seq } = await customer.client.next('survey.sent');
    assert.deepEqual([survey, author.role], [CSAT, 'system']);
    assert.equal(seq, customer.client.of('conversation.ended')[0]!.seq + 1);
    assert.equal((await relay.row(conversation)).survey, 'sent');
  });
}

test('SUR 1 SV1 the relay asks where the agent says Completed', async (t) => {
  const relay = await surveying(t);
  const { customer, agent, conversation } = await relay.talking();
  await agent.ask({ type: 'note.add', id: v7(), conversation, text: 'done' });
  await agent.ask({ type: 'engagement.set', id: v7(), conversation, engagement: 'completed' });
  await customer.client.next('survey.sent');
});

test('SUR 1 SV4 whom nobody attended to is asked only where the survey is for them too: who left, out of hours, for want of agents', async (t) => {
  for (const unattended of [true, false]) {
    const flows = [{ id: 'sorry', steps: [{ do: 'say' as const, text: 'Nobody is here.' }, { do: 'end' as const }] }];
    const left = await surveying(t, { unattended });
    const leaver = await left.waiting();
    await leaver.client.ask(end(leaver.conversation));
    const hours = [{ id: 'never', timeZone: 'UTC', week: NEVER }];
    const closed = await surveying(t, { unattended }, { hours: 'never', outOfHours: 'sorry' }, { flows, hours });
    const late = await closed.waiting();
    const empty = await surveying(t, { unattended }, { maxWaitSeconds: 60, noAgents: 'sorry' }, { flows });
    const patient = await empty.waiting();
    await empty.wait(60_000);
    for (const [relay, { client, conversation }] of [
      [left, leaver],
      [closed, late],
      [empty, patient],
    ] as const) {
      await client.next('conversation.ended');
      assert.equal((await typesIn(relay, conversation)).includes('survey.sent'), unattended);
      const [sent] = client.of('survey.sent');
      if (!sent) continue;
      assert.equal(await client.ask(answer(conversation, sent.id, 3)), undefined);
      assert.deepEqual(
        (await counts(relay, 'agent')).map(({ of, score }) => [of, score]),
        [[null, 3]],
      );
    }
  }
});

test('SUR 1 F1 SV9 a flow sends a survey and goes on, and its end sends none again', async (t) => {
  const flows = [{ id: 'sorry', steps: [{ do: 'survey' as const }, { do: 'say' as const, text: 'Until tomorrow.' }] }];
  const relay = await surveying(t, { trigger: 'everyone', unattended: true }, { maxWaitSeconds: 60, noAgents: 'sorry' }, { flows });
  const { client, conversation } = await relay.waiting();
  await relay.wait(60_000);
  await client.next('conversation.ended');
  assert.deepEqual(await typesIn(relay, conversation), ['conversation.started', 'survey.sent', 'message.sent', 'conversation.ended']);
});

test('SUR 1 SV2 every third customer is asked', async (t) => {
  const relay = await surveying(t, { trigger: { every: 3 }, unattended: true });
  const asked: boolean[] = [];
  for (let turn = 0; turn < 6; turn++) {
    const { client, conversation } = await relay.waiting();
    await client.ask(end(conversation));
    asked.push((await relay.row(conversation)).survey === 'sent');
  }
  assert.deepEqual(asked, [false, false, true, false, false, true]);
});

for (const by of ['customer', 'agent'] as const) {
  test(`SUR 1 CMP 8 SV3 what the agent planned goes out when the ${by} ends it, and is no customer’s to know before`, async (t) => {
    const relay = await surveying(t, { trigger: 'agent' });
    const { customer, agent, conversation } = await relay.talking();
    assert.equal(await agent.ask(plan(conversation)), undefined);
    assert.equal((await agent.next('survey.planned')).on, true);
    assert.equal((await relay.row(conversation)).survey, 'planned');
    await (by === 'customer' ? customer.client : agent).ask(end(conversation));
    await customer.client.next('survey.sent');
    assert.deepEqual(customer.client.of('survey.planned'), []);
    assert.equal(JSON.stringify(customer.client.received).includes('planned'), false);
  });
}

test('SUR 1 SV3 where the agent planned none, or took it back, nobody is asked', async (t) => {
  const relay = await surveying(t, { trigger: 'agent' });
  const [first, second] = [await relay.talking(), await relay.waiting()];
  await first.agent.ask(plan(first.conversation));
  assert.equal(await first.agent.ask(plan(first.conversation, false)), undefined);
  await first.agent.ask(end(first.conversation));
  await first.agent.ask({ type: 'conversation.accept', id: v7(), conversation: second.conversation });
  await first.agent.ask(end(second.conversation));
  for (const { conversation } of [first, second]) {
    assert.equal((await relay.row(conversation)).survey, null);
    assert.equal((await typesIn(relay, conversation)).includes('survey.sent'), false);
  }
});

test('SUR 1 SUR 3 SV5 SV6 a survey is planned by who has the conversation, once, and where the queue leaves it to agents', async (t) => {
  const relay = await surveying(t, { trigger: 'agent' });
  const { agent, customer, conversation } = await relay.talking();
  const [ben, sue] = [await relay.agent({ id: 'ben' }), await relay.agent({ id: 'sue', role: 'supervisor' })];
  const command = plan(conversation);
  assert.deepEqual(
    [await customer.client.ask(command), await ben.ask(command), await sue.ask(command), await agent.ask(command)],
    ['wrong-role', 'not-found', 'wrong-role', undefined],
  );
  // The same again leads to the same; another one is refused.
  assert.deepEqual([await agent.ask(command), await agent.ask(plan(conversation))], [undefined, 'wrong-phase']);
  await agent.ask(end(conversation));
  assert.deepEqual([await agent.ask(plan(conversation)), await agent.ask(plan(conversation, false))], ['wrong-phase', 'wrong-phase']);
  assert.equal((await typesIn(relay, conversation)).filter((type) => type.startsWith('survey.')).length, 2);

  const everyone = await surveying(t);
  const talk = await everyone.talking();
  assert.equal(await talk.agent.ask(plan(talk.conversation)), 'malformed');
});

test('SUR 1 SV3 END 5 what was planned goes along to another queue, whose survey is the one', async (t) => {
  const surveys = [
    { ...CSAT, trigger: 'agent' as const },
    { ...CSAT, id: 'second', question: 'And here?', trigger: 'agent' as const },
  ];
  const queues = [
    { id: 'front', name: 'Front', survey: 'csat' },
    { id: 'back', name: 'Back', survey: 'second' },
    { id: 'silent', name: 'Silent' },
  ];
  const relay = await testRelay(t, { settings: { surveys, queues } });
  const talk = async (queue: string) => {
    const { agent, conversation } = await relay.talking();
    await agent.ask(plan(conversation));
    await agent.ask({ type: 'conversation.transfer', id: v7(), conversation, to: { queue } });
    await agent.ask({ type: 'conversation.accept', id: v7(), conversation });
    await agent.ask(end(conversation));
    return (await relay.store.eventsAfter(conversation, 0, 50)).flatMap((event) => (event.type === 'survey.sent' ? [event.survey.id] : []));
  };
  assert.deepEqual([await talk('back'), await talk('silent')], [['second'], []]);
});
