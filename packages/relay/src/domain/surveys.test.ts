import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PHASES, type Phase } from '@deskbell/protocol/conversation.js';
import type { Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { SURVEY_STATES, type Survey, type SurveyState } from '@deskbell/protocol/surveys.js';
import { ENDINGS, askingAt, mustAnswer, mustPlan, type Asks } from './surveys.js';

const TRIGGERS: readonly Asks['trigger'][] = ['everyone', { every: 3 }, 'agent'];

test('SUR 1 SV1 SV2 SV3 SV4 who is asked, by trigger, how it stood at its end, and whether those are asked whom nobody attended to', () => {
  const outcomes = (unattended: boolean) =>
    TRIGGERS.map((trigger) => ENDINGS.map((ending) => askingAt({ trigger, unattended }, ending)).join(' '));
  assert.deepEqual(outcomes(true), ['ask ask ask', 'ask count count', 'ask never ask']);
  assert.deepEqual(outcomes(false), ['ask ask never', 'ask count never', 'ask never never']);
});

const person = (role: Person['role'], id: string): Person => ({ id, name: id, role, workspace: 'w' });
const held = (phase: Phase, survey: SurveyState | null = null) => ({
  workspace: 'w',
  phase,
  customer: { id: 'cleo', name: 'Cleo' },
  agent: ['bot', 'waiting'].includes(phase) ? null : { id: 'ana', name: 'Ana' },
  offer: null,
  survey,
});

const outcome = (run: () => void): string => {
  try {
    run();
    return 'done';
  } catch (fault) {
    assert.ok(fault instanceof RelayError);
    return fault.code;
  }
};

test('SUR 1 SV5 only who has the conversation plans its survey, and only while it goes on', () => {
  const plans = (who: Person) => PHASES.map((phase) => outcome(() => mustPlan(who, held(phase), true))).join(' ');
  assert.equal(plans(person('agent', 'ana')), 'not-found wrong-role done wrong-phase wrong-phase');
  assert.equal(plans(person('agent', 'ben')), 'not-found wrong-role not-found not-found wrong-role');
  assert.equal(plans(person('supervisor', 'sue')), Array(5).fill('wrong-role').join(' '));
  assert.equal(plans(person('customer', 'cleo')), Array(5).fill('wrong-role').join(' '));
});

test('SUR 1 SUR 3 SV6 it is planned once, can be taken back, and is not sent again', () => {
  const plan = (on: boolean) =>
    [null, ...SURVEY_STATES].map((state) => outcome(() => mustPlan(person('agent', 'ana'), held('active', state), on)));
  assert.deepEqual(plan(true), ['done', 'wrong-phase', 'wrong-phase', 'wrong-phase']);
  assert.deepEqual(plan(false), ['wrong-phase', 'done', 'wrong-phase', 'wrong-phase']);
});

const sent: Survey = { id: 'csat', name: 'Satisfaction', kind: 'stars', question: 'How was it?', comment: 'Why?' };

test('SUR 3 SV7 its customer answers it, in every phase, and once', () => {
  const answers = (who: Person, state: SurveyState | null = 'sent', survey: Survey | undefined = sent) =>
    PHASES.map((phase) => outcome(() => mustAnswer(who, held(phase, state), survey, { score: 4, comment: '' }))).join(' ');
  const all = (code: string) => Array(5).fill(code).join(' ');
  assert.equal(answers(person('customer', 'cleo')), all('done'));
  assert.equal(answers(person('customer', 'cleo'), 'answered'), all('wrong-phase'));
  assert.equal(answers(person('customer', 'carl')), all('not-found'));
  assert.equal(answers(person('agent', 'ana')), 'not-found wrong-role wrong-role wrong-role wrong-role');
  assert.equal(
    outcome(() => mustAnswer(person('customer', 'cleo'), held('closed'), undefined, { score: 4, comment: '' })),
    'not-found',
  );
});

test('SUR 3 SV8 a score is one of the scale, and a comment is for surveys that ask for one', () => {
  const gives = (kind: Survey['kind'], score: number) =>
    outcome(() => mustAnswer(person('customer', 'cleo'), held('closed', 'sent'), { ...sent, kind }, { score, comment: '' }));
  const taken = (kind: Survey['kind']) => [-1, 0, 1, 2.5, 5, 6, 10, 11].filter((score) => gives(kind, score) === 'done');
  assert.deepEqual(
    [taken('stars'), taken('smileys'), taken('nps')],
    [
      [1, 5],
      [1, 5],
      [0, 1, 5, 6, 10],
    ],
  );
  const { comment: _, ...bare } = sent;
  const said = (survey: Survey) =>
    outcome(() => mustAnswer(person('customer', 'cleo'), held('closed', 'sent'), survey, { score: 4, comment: 'Nice.' }));
  assert.deepEqual([said(sent), said(bare)], ['done', 'malformed']);
});
