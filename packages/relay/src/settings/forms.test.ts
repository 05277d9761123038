import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../testing/settings.js';
import { checkWorkspace } from './check-settings.js';
import { deskFace } from './desk-face.js';
import type { SettingsError } from './faults.js';

type Document = Record<string, unknown>;

const FIELD = { name: 'order', label: 'Order', kind: 'text' };
const SIZE = { name: 'size', label: 'Size', kind: 'choice', options: ['S', 'M'] };
const AGREED = { name: 'agreed', label: 'I agree', kind: 'consent' };
const FORM = { id: 'return', name: 'Return', fields: [FIELD] };

const workspace = (...forms: Document[]) => checkWorkspace({ ...testSettings().workspaces[0], forms }, []);

function faultsOf(...forms: Document[]): string[] {
  try {
    workspace(...forms);
    return [];
  } catch (fault) {
    return (fault as SettingsError).faults.map(({ path, reason }) => `${path} ${reason}`);
  }
}
const fieldFaults = (...fields: Document[]) => faultsOf({ ...FORM, fields });

test('FRM 1 FM1 a form has defaults, and consoles get no more of it than its name', () => {
  const checked = workspace({ ...FORM, intro: ' Two\r\nlines ' });
  assert.deepEqual(checked.forms, [
    { ...FORM, intro: 'Two\nlines', secured: false, fields: [{ ...FIELD, required: false, masked: false }] },
  ]);
  assert.deepEqual(deskFace(checked, { model: false, files: false }).forms, [{ id: 'return', name: 'Return' }]);
  assert.deepEqual(checkWorkspace(checked, []), checked);
});

test('FRM 1 FM1 a form that could not be filled in is refused with the place and the reason', () => {
  const bad: [string[], RegExp][] = [
    [faultsOf({ ...FORM, fields: [] }), /^forms\[0\]\.fields has no field$/],
    [fieldFaults(...Array.from({ length: 51 }, (_, index) => ({ ...FIELD, name: `f${String(index)}` }))), /more than 50 fields/],
    [faultsOf(...Array.from({ length: 101 }, (_, index) => ({ ...FORM, id: `f${String(index)}` }))), /^forms has more than 100 forms$/],
    [faultsOf(FORM, FORM), /^forms\[1\]\.id is the same as forms\[0\]\.id$/],
    [fieldFaults(FIELD, FIELD), /^forms\[0\]\.fields\[1\]\.name is the same as forms\[0\]\.fields\[0\]\.name$/],
    [fieldFaults({ ...FIELD, name: '__proto__' }), /fields\[0\]\.name is a name that JavaScript keeps/],
    [fieldFaults({ ...FIELD, kind: 'colour' }), /fields\[0\]\.kind is none of text, longText/],
    [fieldFaults({ ...FIELD, label: ' ' }), /fields\[0\]\.label is empty/],
    [fieldFaults({ ...FIELD, kind: 'choices' }), /has options where, and only where/],
    [fieldFaults({ ...FIELD, options: ['a'] }), /has options where, and only where/],
    [fieldFaults({ ...SIZE, options: ['S', 'S'] }), /fields\[0\]\.options has an option twice/],
    [fieldFaults({ ...SIZE, options: [] }), /fields\[0\]\.options has no option/],
    [
      fieldFaults({ ...SIZE, kind: 'choices', options: Array.from({ length: 30 }, (_, index) => `${String(index)}${'x'.repeat(150)}`) }),
      /fields\[0\]\.options are longer than 4000/,
    ],
    [fieldFaults({ ...FIELD, kind: 'longText', pattern: 'a' }), /has a pattern, which is for text/],
    [fieldFaults({ ...FIELD, kind: 'file', pattern: 'a' }), /has a pattern, which is for text/],
    [fieldFaults({ ...FIELD, message: 'Six digits' }), /has a message, and no pattern/],
    [faultsOf({ ...FORM, retentionDays: 0 }), /^forms\[0\]\.retentionDays has to be a whole number from 1 to 3650$/],
    [faultsOf({ ...FORM, retentionDays: 3_651 }), /from 1 to 3650/],
    [faultsOf({ ...FORM, colour: 'blue' }), /^forms\[0\]\.colour is not a setting/],
    [faultsOf({ ...FORM, intro: 'x'.repeat(2_001) }), /longer than 2000/],
    [
      fieldFaults(
        ...Array.from({ length: 50 }, (_, index) => ({
          ...SIZE,
          name: `f${String(index)}`,
          help: 'x'.repeat(200),
          label: 'y'.repeat(200),
        })),
      ),
      /^forms\[0\] is longer than 20000 characters altogether$/,
    ],
  ];
  for (const [faults, reason] of bad) assert.ok(faults.length === 1 && reason.test(faults[0]!), `${String(reason)}: ${faults.join('; ')}`);
});

test('FRM 5 FM1 a pattern that could run for ever is refused, and one that people need is not', () => {
  const pattern = (of: string) => fieldFaults({ ...FIELD, pattern: of, message: 'Look again' });
  const bad = ['(', 'a)|(b', '(a+)+', '(a|a)*', '(a*){9}', '(a)\\1', 'a*b*c*d*', `${'a?'.repeat(30)}${'a'.repeat(30)}`];
  for (const of of [...bad, `${'(a|a)'.repeat(12)}a*a*`, 'a{1,99}b{1,99}c{1,99}d{1,99}', 'a{99999999999}', 'x'.repeat(101)])
    assert.equal(pattern(of).length, 1, of);
  for (const of of [
    '[A-Z]{1,3}-\\d+\\.?',
    '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}',
    'DE|AT|CH|FR|IT|ES|NL|BE|PL',
    '\\d{5}',
    '(?:H|P)-\\d+',
    '.+?@.+',
  ])
    assert.deepEqual(pattern(of), [], of);
});

test('FRM 1 FM2 files are never masked, and a form that promises to mask everything has none', () => {
  const file = { name: 'bill', label: 'Bill', kind: 'file' };
  assert.match(fieldFaults({ ...file, masked: true })[0]!, /^forms\[0\]\.fields\[0\]\.masked cannot be for files/);
  assert.match(
    faultsOf({ ...FORM, secured: true, fields: [FIELD, file] })[0]!,
    /^forms\[0\]\.fields\[1\]\.kind cannot be in a secured form/,
  );
  assert.deepEqual(faultsOf({ ...FORM, fields: [{ ...FIELD, masked: true }, file] }), []);
});

test('FRM 1 FM3 a condition is on an open field above, and on values that it can have', () => {
  const when = (field: string, ...is: string[]) => ({ ...FIELD, when: { field, is } });
  assert.deepEqual(fieldFaults(SIZE, AGREED, { ...FIELD, name: 'why' }, when('size', 'M')), []);
  assert.deepEqual(fieldFaults(AGREED, when('agreed', 'yes')), []);
  assert.deepEqual(fieldFaults({ ...FIELD, name: 'why' }, when('why', 'anything at all')), []);
  const bad: [string[], RegExp][] = [
    [fieldFaults(when('size', 'M'), SIZE), /fields\[0\]\.when\.field names no field above it/],
    [fieldFaults(when('order', 'M')), /fields\[0\]\.when\.field names no field above it/],
    [fieldFaults(SIZE, when('size', 'L')), /fields\[1\]\.when\.is\[0\] is no value that size can have \(there are S, M\)/],
    [fieldFaults(AGREED, when('agreed', 'no')), /fields\[1\]\.when\.is\[0\] is no value/],
    [fieldFaults(SIZE, when('size')), /fields\[1\]\.when\.is has no value/],
    [fieldFaults({ ...SIZE, masked: true }, when('size', 'M')), /fields\[1\]\.when\.field names a masked field/],
    [faultsOf({ ...FORM, secured: true, fields: [SIZE, when('size', 'M')] }), /fields\[1\]\.when\.field names a masked field/],
    [fieldFaults({ name: 'bill', label: 'Bill', kind: 'file' }, when('bill', 'x')), /names a field for files/],
  ];
  for (const [faults, reason] of bad) assert.ok(faults.length === 1 && reason.test(faults[0]!), `${String(reason)}: ${faults.join('; ')}`);
});

test('FRM 5 FM1 what a form could be answered with fits into one frame', () => {
  const long = (count: number, masked = false) =>
    Array.from({ length: count }, (_, index) => ({ name: `f${String(index)}`, label: 'Why', kind: 'longText', masked }));
  assert.deepEqual([fieldFaults(...long(5)), fieldFaults(...long(3, true))], [[], []]);
  for (const fields of [long(6), long(4, true)])
    assert.match(fieldFaults(...fields)[0]!, /^forms\[0\]\.fields can be answered with more than one frame holds/);
});
