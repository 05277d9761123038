import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogEvent } from '@deskbell/protocol/events.js';
import type { FormField } from '@deskbell/protocol/forms.js';
import { redacted } from '../domain/redaction.js';
import { saidIn } from './said-in.js';

const base = { conversation: 'c', at: 1, by: { id: 'cleo', name: 'Cleo', role: 'customer' } } as const;
const field = (name: string, label: string, kind: FormField['kind'] = 'text', masked = false): FormField => ({
  name,
  label,
  kind,
  masked,
  required: false,
});
const fields = [
  field('order', 'Order'),
  field('what', 'What is broken?', 'choices'),
  field('card', 'Card', 'cardNumber'),
  field('account', 'Account', 'text', true),
  field('pin', 'PIN', 'text', true),
  field('name', 'Your name'),
  field('reach', 'Where do we reach you?', 'phone'),
  field('bill', 'Bill', 'file'),
];
const sent: LogEvent = { ...base, type: 'form.sent', seq: 1, id: 'f', form: { id: 'return', name: 'Return', secured: false, fields } };
const values = { order: 'H-1', what: 'Lid\nBox', card: '4111111111111111', name: 'Cleo', reach: '+49 40 1234567', bill: 'an-id' };
const answered: LogEvent = { ...base, type: 'form.answered', seq: 2, id: 'a', form: 'f', name: 'Return', values, masked: ['account'] };

test('FRM 4 W1 W4 a model reads what is open of an answer, as the customer’s words; nothing masked, nor who they are', () => {
  const said = saidIn([sent, answered]);
  assert.deepEqual(said, [{ from: 'customer', text: 'Order: H-1\nWhat is broken?: Lid, Box\nCard: 4111111111111111\nAccount: ••••' }]);
  assert.deepEqual(redacted([said[0]!.text], ['H-#']), ['Order: [hidden]\nWhat is broken?: Lid, Box\nCard: [hidden]\nAccount: ••••']);
});

test('FRM 4 of an answer whose form lies too far back the names of the fields say what is what', () => {
  assert.deepEqual(saidIn([{ ...answered, values: { order: 'H-1', name: 'Cleo' } }]), [
    { from: 'customer', text: 'order: H-1\naccount: ••••' },
  ]);
  assert.deepEqual(saidIn([sent, { ...answered, values: {}, masked: [] }]), []);
});
