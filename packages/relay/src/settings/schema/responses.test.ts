import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../../testing/settings.js';
import { checkWorkspace } from '../check-settings.js';
import { SettingsError } from '../faults.js';

const [harbour] = testSettings().workspaces;

const faultsOf = (responses: unknown): Record<string, string> => {
  try {
    checkWorkspace({ ...harbour, responses }, []);
  } catch (fault) {
    assert.ok(fault instanceof SettingsError, String(fault));
    return Object.fromEntries(fault.faults.map(({ path, reason }) => [path, reason]));
  }
  return {};
};

const template = (id: string, text = 'Thank you.') => ({ id, name: id, text });
const many = (count: number, text?: string) => Array.from({ length: count }, (_, index) => template(`t${String(index)}`, text));
const inOne = (templates: unknown[]) => [{ id: 'all', name: 'All', templates }];

test('CMP 3 a library is taken as it is written', () => {
  const responses = [
    {
      id: 'hello',
      name: 'Greetings',
      templates: [template('good-day', 'Good day {{customer.firstName | there}},\n\nI am {{agent.name}}.')],
    },
    { id: 'empty', name: 'Not yet', templates: [] },
  ];
  assert.deepEqual(checkWorkspace({ ...harbour, responses }, []).responses, responses);
  assert.deepEqual(checkWorkspace({ ...harbour }, []).responses, []);
});

test('CMP 3 every fault of a library is told with its place', () => {
  const faults = faultsOf([
    { id: 'a', name: '', templates: [template('one', ''), { id: 'two words', name: 'x'.repeat(300), text: 'x'.repeat(10_001) }] },
    { id: 'b', name: 'B', colour: 'blue' },
  ]);
  assert.deepEqual(faults, {
    'responses[0].name': 'is empty',
    'responses[0].templates[0].text': 'is empty',
    'responses[0].templates[1].id': 'has to be 1 to 64 letters, digits, dots, dashes or underscores',
    'responses[0].templates[1].name': 'is longer than 200 characters',
    'responses[0].templates[1].text': 'is longer than 10000 characters',
    'responses[1].templates': 'is missing',
    'responses[1].colour': 'is not a setting (is it misspelt?)',
  });
});

test('S2 no category and no template is there twice, in whatever category', () => {
  const faults = faultsOf([
    { id: 'a', name: 'A', templates: [template('one'), template('one')] },
    { id: 'b', name: 'B', templates: [template('two')] },
    { id: 'a', name: 'A', templates: [template('one')] },
  ]);
  assert.deepEqual(faults, {
    'responses[2].id': 'is the same as responses[0].id',
    'responses[0].templates[1].id': 'is the same as responses[0].templates[0].id',
    'responses[2].templates[0].id': 'is the same as responses[0].templates[0].id',
  });
});

test('CMP 2 a placeholder that nothing fills is a fault, with what there is', () => {
  const { 'responses[0].templates[0].text': reason } = faultsOf(inOne([template('one', 'Hello {{custmer.name}}')]));
  assert.match(reason ?? '', /^has \{\{custmer\.name\}\}, which nothing fills \(there are customer\.name, /);
});

test('CMP 3 there are 2,000 templates at most, and as much text as a console can take', () => {
  assert.deepEqual(faultsOf(inOne(many(2_000))), {});
  assert.deepEqual(faultsOf(inOne(many(2_001))), { responses: 'has more than 2000 templates' });
  assert.deepEqual(faultsOf(inOne(many(200, 'x'.repeat(10_000)))), {});
  assert.deepEqual(faultsOf(inOne(many(201, 'x'.repeat(10_000)))), { responses: 'is longer than 2000000 characters altogether' });
  const categories = Array.from({ length: 201 }, (_, index) => ({ id: `c${String(index)}`, name: 'C', templates: [] }));
  assert.deepEqual(faultsOf(categories), { responses: 'has more than 200 categories' });
});
