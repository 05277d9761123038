import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import type { TestRelay } from '../testing/relay.js';
import { CSAT, answer, counts, end, surveying } from '../testing/surveys.js';

/** A conversation that was ended, and closed where `late`, with its survey. */
async function surveyed(relay: TestRelay, late = true) {
  const talk = await relay.talking();
  await talk.agent.ask(end(talk.conversation));
  const { id: survey } = await talk.customer.client.next('survey.sent');
  const dispose = {
    type: 'conversation.dispose',
    id: v7(),
    conversation: talk.conversation,
    disposition: 'resolved',
    description: '',
  } as const;
  if (late) await talk.agent.ask(dispose);
  return { ...talk, survey };
}

test('SUR 2 SUR 3 SV7 an answer counts after the closing too, both sides are told, and nobody’s tray or unread changes', async (t) => {
  const relay = await surveying(t);
  const { customer, agent, conversation, survey } = await surveyed(relay);
  const before = await relay.row(conversation);
  // Days later, in another browser tab.
  await relay.wait(4_000);
  const again = await relay.returning(customer);
  assert.equal(await again.client.ask(answer(conversation, survey, 4, ' Quick. ')), undefined);
  const told = await agent.next('survey.answered');
  assert.deepEqual([told.score, told.comment, told.by.id], [4, 'Quick.', customer.id]);
  const { seq, survey: state, read, ...after } = await relay.row(conversation);
  const { seq: seqBefore, survey: _, read: readBefore, ...rest } = before;
  assert.deepEqual([seq, state, read, after], [seqBefore + 1, 'answered', readBefore, rest]);
  const back = await relay.agent();
  assert.deepEqual(back.of('session.opened')[0]?.tray, []);
  assert.deepEqual(
    (await counts(relay, 'agent')).map(({ of, score, count }) => [of, score, count]),
    [[{ id: 'ana', name: 'Ana' }, 4, 1]],
  );
  // What was said is still found, once.
  const { conversations } = await relay.store.closed({ workspace: 'harbour', search: '', page: null, limit: 10 });
  assert.deepEqual(
    conversations.map(({ id }) => id),
    [conversation],
  );
});

test('SUR 3 SV7 a script that answers a thousand times is counted once', async (t) => {
  // Otherwise it is cut off long before.
  const limits = { frameBurst: 10_000, queued: 10_000, unread: 100_000_000 };
  const relay = await surveying(t, {}, {}, {}, { limits });
  const { customer, conversation, survey } = await surveyed(relay, false);
  const first = answer(conversation, survey, 5);
  assert.equal(await customer.client.ask(first), undefined);
  assert.equal(await customer.client.ask(first), undefined);
  for (let turn = 0; turn < 1_000; turn++) customer.client.say(answer(conversation, survey, 1));
  await customer.client.settled();
  assert.deepEqual(
    (await counts(relay)).map(({ score, count }) => [score, count]),
    [[5, 1]],
  );
  assert.equal(customer.client.of('refused').filter(({ code }) => code === 'wrong-phase').length, 1_000);
});

test('SUR 3 SV7 SV8 whose it is not, what was not sent, and what is not on the scale is refused', async (t) => {
  const relay = await surveying(t);
  const { customer, agent, conversation, survey } = await surveyed(relay, false);
  const stranger = await relay.customer();
  const mine = await relay.waiting();
  assert.deepEqual(
    [
      await stranger.client.ask(answer(conversation, survey, 4)),
      await agent.ask(answer(conversation, survey, 4)),
      await mine.client.ask(answer(mine.conversation, survey, 4)),
      await customer.client.ask(answer(conversation, v7(), 4)),
      await customer.client.ask(answer(conversation, survey, 0)),
      await customer.client.ask(answer(conversation, survey, 6)),
      await customer.client.ask(answer(conversation, survey, 4, 'x'.repeat(2_001))),
      await customer.client.ask(answer(conversation, survey, 4)),
    ],
    ['not-found', 'wrong-role', 'not-found', 'not-found', 'malformed', 'malformed', 'too-long', undefined],
  );
});

test('SUR 1 in every language of the workspace: the survey goes out with all of them', async (t) => {
  const translations = { de: { question: 'Wie war es?' }, ar: { question: 'كيف كانت تجربتك؟', comment: 'لماذا؟' } };
  const relay = await surveying(t, { translations });
  const { customer, agent, conversation } = await relay.talking();
  await agent.ask(end(conversation));
  assert.deepEqual((await customer.client.next('survey.sent')).survey, { ...CSAT, translations });
});
