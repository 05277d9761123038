import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './testing/desk.js';
import { ANA, ends, rates, seed, surveys } from './testing/scenes.js';
import { settle } from './testing/settle.js';
import { shop } from './testing/shop.js';

const CSAT = { id: 'csat', name: 'Satisfaction', kind: 'stars', question: 'How was it?', comment: 'Why?' } as const;

/** A customer whose conversation has ended, and who is asked how it was. */
async function asked() {
  const there = shop();
  const id = seed(there.relay, { messages: 2 });
  const session = await there.visit();
  ends(there.relay, id, ANA);
  const survey = surveys(there.relay, id, CSAT);
  await settle();
  const answers = () =>
    there.relay.logs.get(id)?.events.flatMap((event) => (event.type === 'survey.answered' ? [[event.score, event.comment]] : []));
  return { ...there, id, session, survey, answers };
}

test('SUR 3 an answer shows as on its way, and once it is in the log only there', async () => {
  const { session, survey, answers } = await asked();
  session.answerSurvey(survey, 4, 'Quick.');
  assert.deepEqual(session.state.verdict, { survey, score: 4, comment: 'Quick.', state: 'sending' });
  session.answerSurvey(survey, 1, '');
  await settle();
  assert.equal(session.state.verdict, undefined);
  assert.deepEqual(answers(), [[4, 'Quick.']]);
});

test('SUR 3 DLV 2 what was answered without the network goes out later, also after a reload, and once', async () => {
  const { relay, clock, session, survey, answers, visit } = await asked();
  relay.network.drop();
  await settle();
  session.answerSurvey(survey, 5, '');
  await clock.advance(60_000);
  assert.equal(session.state.verdict?.state, 'sending');
  session.destroy();
  const back = await visit();
  assert.equal(back.state.verdict?.score, 5);
  relay.network.restore();
  await clock.advance(30_000);
  assert.deepEqual([answers(), back.state.verdict], [[[5, '']], undefined]);
});

test('SUR 3 a refused answer is told with its reason, holds up no new chat, and can be given again', async () => {
  const { relay, session, survey, answers } = await asked();
  relay.refuseNext('survey.answer', 'malformed');
  session.answerSurvey(survey, 4, '');
  await settle();
  assert.deepEqual([session.state.verdict?.state, session.state.verdict?.why], ['refused', 'malformed']);
  session.answerSurvey(survey, 3, '');
  await settle();
  assert.deepEqual([answers(), session.state.verdict], [[[3, '']], undefined]);
  session.say('Another thing');
  await settle();
  assert.equal(relay.logs.size, 2);
});

test('SUR 3 after a reload the survey of the last conversation is there still, and a new chat begins without an answer', async () => {
  const { relay, session, survey, visit } = await asked();
  session.destroy();
  const back = await visit();
  const last = back.state.conversation?.log.events.at(-1);
  assert.equal(last?.type === 'survey.sent' && last.id, survey);
  assert.equal(back.state.unread, 1);
  back.say('Hello again');
  await settle();
  assert.equal(relay.logs.size, 2);
});

test('SUR 3 what was answered in another browser is refused here, and seen', async () => {
  const { relay, id, session, survey, answers } = await asked();
  rates(relay, id, survey, 2);
  session.answerSurvey(survey, 5, '');
  await settle();
  assert.deepEqual([session.state.verdict?.why, answers()], ['wrong-phase', [[2, '']]]);
  assert.equal(session.state.conversation?.log.events.at(-1)?.type, 'survey.answered');
});

test('SUR 1 CMP 8 an agent plans a survey, takes it back, and the row says so', async () => {
  const { relay, sit } = desk();
  relay.asked.survey = CSAT;
  const id = seed(relay);
  const session = await sit();
  const planned = () => session.state.ongoing.find((row) => row.id === id)?.survey;
  await session.sendSurvey(id, true);
  assert.equal(planned(), 'planned');
  await assert.rejects(session.sendSurvey(id, true), { code: 'wrong-phase' });
  await session.sendSurvey(id, false);
  assert.equal(planned(), null);
  await session.sendSurvey(id, true);
  await session.end(id);
  await settle();
  assert.equal(planned(), 'sent');
});
