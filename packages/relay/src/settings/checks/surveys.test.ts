import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../../testing/settings.js';
import { checkWorkspace } from '../check-settings.js';
import { SettingsError } from '../faults.js';

const [harbour] = testSettings().workspaces;
const stars = { id: 'csat', name: 'Satisfaction', kind: 'stars', question: 'How was it?' };

const faultsOf = (change: object): [path: string, reason: string][] => {
  try {
    checkWorkspace({ ...harbour, ...change }, []);
  } catch (fault) {
    assert.ok(fault instanceof SettingsError, String(fault));
    return fault.faults.map(({ path, reason }) => [path, reason]);
  }
  return [];
};

test('SUR 1 SUR 3 a survey has a kind, a question, who is asked, and what it says in other languages', () => {
  const surveys = [
    stars,
    { ...stars, id: 'nps', kind: 'nps', trigger: { every: 5 }, unattended: true },
    { ...stars, id: 'by-agent', kind: 'smileys', trigger: 'agent', comment: 'Why?', translations: { 'pt-BR': { question: 'E então?' } } },
  ];
  assert.deepEqual(faultsOf({ surveys, queues: [{ id: 'front', name: 'Front', survey: 'nps' }] }), []);
});

test('SUR 1 S3 what is wrong with surveys is told with its place', () => {
  const faults = (survey: object) => faultsOf({ surveys: [{ ...stars, ...survey }] });
  assert.deepEqual(faults({ kind: 'hearts' })[0]?.[0], 'surveys[0].kind');
  assert.deepEqual(faults({ trigger: { every: 1 } })[0]?.[0], 'surveys[0].trigger.every');
  assert.deepEqual(faults({ trigger: 'never' }), [['surveys[0].trigger', 'has to be "everyone", "agent" or { "every": n }, n from 2 on']]);
  assert.deepEqual(faults({ question: ' ' }), [['surveys[0].question', 'is empty']]);
  assert.deepEqual(faults({ translations: { 'no language': { question: 'x' } } })[0]?.[1], 'is no language, like de or pt-BR');
  assert.deepEqual(faults({ translations: { de: { question: 'Wie war es?', comment: 'Warum?' } } }), [
    ['surveys[0]', 'translates a comment that it does not ask for'],
  ]);
});

test('SUR 1 S2 surveys are named once, and queues name one that is there', () => {
  assert.deepEqual(faultsOf({ surveys: [stars, stars] }), [['surveys[1].id', 'is the same as surveys[0].id']]);
  assert.deepEqual(faultsOf({ surveys: [stars], queues: [{ id: 'front', name: 'Front', survey: 'nps' }] }), [
    ['queues[0].survey', 'names no survey of the workspace (it has csat)'],
  ]);
});

test('SUR 1 SV9 a queue whose flow sends a survey has one', () => {
  const flows = [{ id: 'closed', steps: [{ do: 'survey' }, { do: 'end' }] }];
  const queue = { id: 'front', name: 'Front', noAgents: 'closed', maxWaitSeconds: 60 };
  assert.deepEqual(faultsOf({ surveys: [stars], flows, queues: [queue] }), [
    ['queues[0].survey', 'is missing: its flow closed has a step that sends one'],
  ]);
  assert.deepEqual(faultsOf({ surveys: [stars], flows, queues: [{ ...queue, survey: 'csat' }] }), []);
});
