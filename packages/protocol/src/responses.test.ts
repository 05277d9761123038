import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PLACEHOLDERS, filled, strangersIn } from './responses.js';

test('CMP 2 what a response leaves open is filled, and nothing else of it is touched', () => {
  const text = 'Hello {{customer.name}}, { {{ agent.name }} } {{queue.name | us}} {{}} {customer.name} }}{{';
  assert.equal(
    filled(text, (name, otherwise) => `<${name ?? '?'}:${otherwise ?? ''}>`),
    'Hello <customer.name:>, { <agent.name:> } <queue.name:us> <?:> {customer.name} }}{{',
  );
});

test('CMP 2 what is filled in is not read again', () => {
  assert.equal(
    filled('{{customer.name}}!', () => '{{agent.name}} $& $1'),
    '{{agent.name}} $& $1!',
  );
});

test('CMP 2 what nothing fills is found', () => {
  assert.deepEqual(strangersIn('{{custmer.name}} {{agent.name}} {{ order | none }} {{toString}}'), [
    '{{custmer.name}}',
    '{{ order | none }}',
    '{{toString}}',
  ]);
  assert.deepEqual(strangersIn(PLACEHOLDERS.map((name) => `{{${name}|there}}`).join('')), []);
});

test('CMP 2 a text without placeholders stays as it is, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('{', '}', '|', ' ', 'a', '.') }), (text) => {
      const marks = strangersIn(text);
      const kept = filled(text, () => '');
      assert.equal(kept.length, text.length - marks.join('').length);
      if (marks.length === 0) assert.equal(kept, text);
    }),
  );
  assert.equal(strangersIn(`{{${' '.repeat(100_000)}`).length, 0);
});
