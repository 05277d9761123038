import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFields } from './check-fields.js';
import { sharedId, type ActionField } from './actions.js';

const field = (kind: ActionField['kind'], more: Partial<ActionField> = {}): ActionField => ({
  name: 'it',
  label: 'It',
  kind,
  required: false,
  ...more,
});
const fault = (of: ActionField, it: string) => checkFields([of], { it }).faults.it;

test('INF 8 X2 a form says of every field what is wrong with it', () => {
  assert.equal(fault(field('text', { required: true }), ' \n'), 'missing');
  assert.equal(fault(field('number'), ''), undefined);
  assert.equal(fault(field('text'), 'a'.repeat(201)), 'too-long');
  assert.equal(fault(field('longText'), 'a'.repeat(4_001)), 'too-long');
  for (const good of ['0', '-12.50', '3']) assert.equal(fault(field('number'), good), undefined, good);
  for (const bad of ['1e9', '1,5', 'much', '0x1', '--1', '1.']) assert.equal(fault(field('number'), bad), 'no-number', bad);
  assert.equal(fault(field('email'), 'maya@shop.example'), undefined);
  for (const bad of ['maya', 'maya@shop', 'a b@shop.example', '@shop.example', 'a@b..example'])
    assert.equal(fault(field('email'), bad), 'no-email', bad);
  assert.equal(fault(field('date'), '2028-02-29'), undefined);
  for (const bad of ['2027-02-29', '2027-13-01', '24.12.2026', '2026-12-24T00:00']) assert.equal(fault(field('date'), bad), 'no-date', bad);
  const size = field('choice', { options: ['S', 'M'] });
  assert.deepEqual([fault(size, 'M'), fault(size, 'L'), fault(size, '')], [undefined, 'no-option', undefined]);
  const order = field('text', { pattern: 'H-\\d+|none' });
  assert.deepEqual(
    [fault(order, 'H-12'), fault(order, 'none'), fault(order, 'xH-12'), fault(order, 'nonesuch')],
    [undefined, undefined, 'no-match', 'no-match'],
  );
});

test('INF 8 X2 values come out clean, and what belongs to no field does not', () => {
  const { values } = checkFields([field('text'), field('longText', { name: 'why' })], {
    it: ' a\nb\u202e ',
    why: 'a\r\nb',
    __proto__: 'x',
    more: 'y',
  });
  assert.deepEqual(values, { it: 'a b', why: 'a\nb' });
});

test('INF 8 an answer is shared under one id, which is its own', () => {
  const answer = '0193f000-0000-7000-8000-000000000001';
  assert.equal(sharedId(answer), '0193f000-0000-8000-8000-000000000001');
});
