import { MAX_FIELD_FILES, MAX_LONG_VALUE, MAX_VALUE } from '@deskbell/protocol/check-fields.js';
import { AGREED } from '@deskbell/protocol/fields.js';
import { isMasked } from '@deskbell/protocol/forms.js';
import { MAX_FRAME } from '@deskbell/protocol/text.js';
import { within, type Fault } from '../faults.js';
import type { FormSettings } from '../schema/forms.js';
import type { WorkspaceSettings } from '../schema/workspace.js';

type FieldSettings = FormSettings['fields'][number];

/** Of a frame, what an answer may take with everything that is not a value, in bytes. */
const MAX_ANSWER = MAX_FRAME - 4_096;

/** What a field takes in an answer besides its value, and what sealing adds: its tag, its encapsulated key, and their names. */
const FIELD_BYTES = 80;
const SEAL_BYTES = 160;

/** The longest value of a field, in UTF-16 code units. */
function longestOf({ kind, options = [] }: FieldSettings): number {
  if (kind === 'choices') return options.join('\n').length;
  if (kind === 'file') return MAX_FIELD_FILES * 37;
  return kind === 'longText' ? MAX_LONG_VALUE : MAX_VALUE;
}

/** The longest value of a field as it comes over the wire: three bytes a code unit, and sealed a third more. */
const bytesOf = (form: FormSettings, field: FieldSettings): number => {
  const open = longestOf(field) * 3;
  return FIELD_BYTES + (isMasked(form, field) ? Math.ceil(((open + 16) * 4) / 3) + SEAL_BYTES : open);
};

const said = (path: string, reason: string): Fault => ({ path, reason });

/** What is wrong with the condition of a field. */
function conditionFaults(form: FormSettings, index: number, at: string): Fault[] {
  const { when } = form.fields[index] ?? {};
  if (!when) return [];
  const path = `${at}.when`;
  const other = form.fields.slice(0, index).find(({ name }) => name === when.field);
  if (!other) return [said(`${path}.field`, 'names no field above it')];
  if (other.kind === 'file') return [said(`${path}.field`, 'names a field for files, which has no values to choose from')];
  // Which fields were asked for tells what stood in it, and that is for nobody.
  if (isMasked(form, other)) return [said(`${path}.field`, 'names a masked field: what is asked for would give its value away')];
  const known = other.kind === 'consent' ? [AGREED] : other.options;
  if (!known) return [];
  return when.is.flatMap((value, each) =>
    known.includes(value)
      ? []
      : [said(`${path}.is[${String(each)}]`, `is no value that ${other.name} can have (there are ${known.join(', ')})`)],
  );
}

function fieldFaults(form: FormSettings, index: number, at: string): Fault[] {
  const field = form.fields[index];
  if (!field) return [];
  const path = `${at}.fields[${String(index)}]`;
  const faults = conditionFaults(form, index, path);
  if (field.kind === 'choices' && longestOf(field) > MAX_LONG_VALUE)
    faults.push(said(`${path}.options`, `are longer than ${String(MAX_LONG_VALUE)} characters altogether`));
  if (field.kind !== 'file') return faults;
  if (field.masked) faults.push(said(`${path}.masked`, 'cannot be for files: they are kept where attachments are, and are not sealed'));
  else if (form.secured)
    faults.push(said(`${path}.kind`, 'cannot be in a secured form: files are kept where attachments are, and not sealed'));
  return faults;
}

/** Forms that could not be filled in, or not kept the secret that they promise (rules FM1 to FM3). */
export function misaskedIn({ forms }: WorkspaceSettings, at: string): Fault[] {
  return forms.flatMap((form, index) => {
    const path = within(at, `forms[${String(index)}]`);
    const size = form.fields.reduce((sum, field) => sum + bytesOf(form, field), 0);
    return [
      ...form.fields.flatMap((_, each) => fieldFaults(form, each, path)),
      ...(size <= MAX_ANSWER
        ? []
        : [said(`${path}.fields`, 'can be answered with more than one frame holds: have fewer long texts, or fewer of them masked')]),
    ];
  });
}
