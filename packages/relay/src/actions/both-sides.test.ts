import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFields } from '@deskbell/protocol/check-fields.js';
import { AGREED, FIELD_KINDS, type FieldValues } from '@deskbell/protocol/fields.js';
import { isMasked, sealedFor, type Form, type FormField, type Sealed } from '@deskbell/protocol/forms.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { memoryVault } from '../testing/vault.js';
import { seal } from '../vault/seal.js';
import type { Vault } from '../vault/vault.js';
import { checkedAnswer, type CheckedAnswer } from './checked-answer.js';

const OPTIONS = ['S', 'M', 'L'];
const NAMES = ['a', 'b', 'c', 'd'] as const;

/** Fields as the settings let them through: nothing depends on what is masked, or below. */
const fields: fc.Arbitrary<readonly FormField[]> = fc
  .tuple(
    ...NAMES.map((name) =>
      fc.record({
        name: fc.constant(name),
        label: fc.constant(name),
        kind: fc.constantFrom(...FIELD_KINDS),
        required: fc.nat(4).map((drawn) => drawn === 0),
        masked: fc.boolean(),
        pattern: fc.option(fc.constantFrom('\\d+', '[a-zäö ]{1,8}', '.*'), { nil: undefined }),
        on: fc.option(fc.constantFrom(...NAMES), { nil: undefined }),
        is: fc.constantFrom('S', 'M', AGREED, '12'),
      }),
    ),
  )
  .map((drawn) =>
    drawn.map(({ on, is, pattern, ...field }, index): FormField => {
      const other = drawn.slice(0, index).find(({ name, masked, kind }) => name === on && (!masked || kind === 'file'));
      const isChosen = field.kind === 'choice' || field.kind === 'choices';
      return {
        ...field,
        masked: field.masked && field.kind !== 'file',
        ...(isChosen && { options: OPTIONS }),
        ...(pattern !== undefined && ['text', 'number', 'cardNumber'].includes(field.kind) && { pattern }),
        ...(other && other.kind !== 'file' && { when: { field: other.name, is: [is] } }),
      };
    }),
  );

/** What people, and others, type: much of it right for some kind. */
const value = fc.oneof(
  fc.constantFrom(
    '',
    'S',
    ' M ',
    'S\r\nM',
    'S\nS',
    AGREED,
    '12',
    '-1.5',
    '1e9',
    'cleo@shop.example',
    '+49 40 1234567',
    '2026-02-29',
    '2026-12-24',
  ),
  fc.constantFrom(
    '4111 1111 1111 1111',
    '4111111111111112',
    '\u0000',
    '\u202eevil',
    'x'.repeat(201),
    'y'.repeat(4_001),
    `${v7()}\n${v7()}`,
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const typed = fc.dictionary(fc.constantFrom(...NAMES, 'stranger'), value, { maxKeys: 3, noNullPrototype: true });

const [CONVERSATION, SENT] = [v7(), v7()];

/** What a browser makes of what is typed, and what comes of it in the relay: the answer, or what is wrong with it. */
async function relayed(vault: Vault, form: Form, values: FieldValues): Promise<CheckedAnswer | FieldValues> {
  const key = await vault.key('harbour');
  const isSealed = (name: string): boolean => form.fields.some((field) => field.name === name && isMasked(form, field));
  const filled = Object.entries(values).filter(([, each]) => each !== '');
  const sealed = filled
    .filter(([name]) => isSealed(name))
    .map(async ([name, each]): Promise<[string, Sealed]> => [name, await seal(key, each, sealedFor(CONVERSATION, SENT, name))]);
  const by = { id: 'ana', name: 'Ana', role: 'agent' } as const;
  const event = { type: 'form.sent', conversation: CONVERSATION, id: SENT, seq: 1, at: 1, by, form, vault: key } as const;
  try {
    return await checkedAnswer(vault, 'harbour', event, {
      values: Object.fromEntries(filled.filter(([name]) => !isSealed(name))),
      sealed: { key: key.id, values: Object.fromEntries(await Promise.all(sealed)) },
    });
  } catch (fault) {
    assert.ok(fault instanceof RelayError && fault.fields, String(fault));
    return fault.fields;
  }
}

test('FRM 5 FM4 what passes in the browser passes on the relay, and what does not has the same faults there', async () => {
  const vault = memoryVault();
  let passed = 0;
  const agrees = fc.asyncProperty(fields, fc.boolean(), typed, async (drawn, secured, given) => {
    const form = { id: 'f', name: 'F', secured: secured && drawn.every(({ kind, when }) => kind !== 'file' && !when), fields: [...drawn] };
    const { values, faults } = checkFields(form.fields, given);
    const outcome = await relayed(vault, form, values);
    if (Object.keys(faults).length > 0) return assert.deepEqual(outcome, faults);
    passed += 1;
    const { values: open, sealed } = outcome as CheckedAnswer;
    const kept = Object.entries(values).filter(([, each]) => each !== '');
    assert.deepEqual([...Object.keys(open), ...Object.keys(sealed)].sort(), kept.map(([name]) => name).sort());
    for (const [name, each] of Object.entries(open)) assert.equal(each, values[name]);
  });
  await fc.assert(agrees, { numRuns: 300 });
  assert.ok(passed > 0, 'no answer passed');
});

test('FRM 5 FM4 what was checked once is the same when it is checked again', () => {
  fc.assert(
    fc.property(fields, typed, (drawn, given) => {
      const once = checkFields(drawn, given);
      assert.deepEqual(checkFields(drawn, once.values), once);
      const filled = Object.fromEntries(Object.entries(once.values).filter(([, each]) => each !== ''));
      assert.deepEqual(checkFields(drawn, filled), once);
    }),
    { numRuns: 1_000 },
  );
});
