import { msg } from '@lit/localize';
import type { FormFault } from '@deskbell/client/agent.js';
import type { FormField } from '@deskbell/protocol/forms.js';
import { formOf, type Draft } from './draft.js';

/** Keeps a form for ten years at most. */
const MOST_DAYS = 3_650;

const isPattern = (pattern: string): boolean => {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
};

function wrongWith(field: FormField, names: readonly string[]): [part: string, reason: string][] {
  const { name, label, options, pattern, when } = field;
  const all: [string, string, boolean][] = [
    ['label', msg('Write what the field is called.'), !label.trim()],
    ['name', msg('Only letters, digits, dots, dashes and underscores.'), !/^[\w.-]{1,64}$/.test(name)],
    ['name', msg('Another field has this name.'), names.filter((other) => other === name).length > 1],
    ['options', msg('Write the options, one a line.'), options?.length === 0],
    ['options', msg('An option is there twice.'), new Set(options).size !== (options?.length ?? 0)],
    ['pattern', msg('This is no regular expression.'), pattern !== undefined && !isPattern(pattern)],
    ['when', msg('Choose at least one value.'), when?.is.length === 0],
  ];
  return all.flatMap(([part, reason, isWrong]) => (isWrong ? [[part, reason] as [string, string]] : []));
}

/** What can be told to be wrong before a relay is asked, in the reader's language, by the place that a relay would give. */
export function checkDraft(draft: Draft): FormFault[] {
  const { name, fields, retentionDays } = formOf(draft);
  const names = fields.map((field) => field.name);
  const isTime = retentionDays === undefined || (Number.isInteger(retentionDays) && retentionDays >= 1 && retentionDays <= MOST_DAYS);
  return [
    ...(name.trim() ? [] : [{ path: 'name', reason: msg('Write what the form is called.') }]),
    ...(isTime ? [] : [{ path: 'retentionDays', reason: msg('Write a whole number from 1 to 3650, or nothing.') }]),
    ...(fields.length > 0 ? [] : [{ path: 'fields', reason: msg('Add at least one field.') }]),
    ...fields.flatMap((field, index) =>
      wrongWith(field, names).map(([part, reason]) => ({ path: `fields[${String(index)}].${part}`, reason })),
    ),
  ];
}
