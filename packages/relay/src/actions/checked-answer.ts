import type { Attaching } from '@deskbell/protocol/attachments.js';
import { checkFields, linesOf } from '@deskbell/protocol/check-fields.js';
import type { CommandOf } from '@deskbell/protocol/commands.js';
import type { LogEventOf } from '@deskbell/protocol/events.js';
import type { FieldValues } from '@deskbell/protocol/fields.js';
import { isMasked, sealedFor, type FormField, type Sealed } from '@deskbell/protocol/forms.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { BrokenSeal, type Vault } from '../vault/vault.js';

type Answer = Pick<CommandOf<'form.answer'>, 'values' | 'sealed' | 'attachments'>;

/** An answer that may be saved. */
export interface CheckedAnswer {
  /** What is open and filled in, clean. */
  readonly values: Record<string, string>;
  /** What is masked and filled in, as it came. */
  readonly sealed: Readonly<Record<string, Sealed>>;
  readonly files: readonly Attaching[];
}

const refused = (detail: string): RelayError => new RelayError('malformed', detail);

/** Throws where something came sealed that is open, or the other way round, or for another key (FM6). */
function mustBeInPlace(fields: ReadonlyMap<string, boolean>, key: string | undefined, { values, sealed }: Answer): void {
  for (const [name, value] of Object.entries(values))
    if (fields.get(name) === true && value !== '') throw refused(`values.${name}: is masked, and has to come sealed`);
  for (const name of Object.keys(sealed?.values ?? {})) {
    if (fields.get(name) === undefined) throw refused(`sealed.values.${name}: the form has no such field`);
    if (fields.get(name) === false) throw refused(`sealed.values.${name}: is open, and has to come as it is`);
  }
  if (sealed && sealed.key !== key) throw new RelayError('tampered', 'sealed.key: is not the key that came with the form');
}

/** Opens what came sealed, to be checked and forgotten. Throws `tampered` where something does not open. */
async function opened(
  vault: Vault,
  workspace: string,
  { conversation, id }: LogEventOf<'form.sent'>,
  { sealed }: Answer,
): Promise<FieldValues> {
  if (!sealed) return {};
  const entries = Object.entries(sealed.values).map(async ([name, value]): Promise<[string, string]> => {
    try {
      return [name, await vault.open(workspace, sealed.key, value, sealedFor(conversation, id, name))];
    } catch (fault) {
      if (!(fault instanceof BrokenSeal)) throw fault;
      throw new RelayError('tampered', `sealed.values.${name}: does not open: it was changed, or belongs to another place`);
    }
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** The files of an answer, with what they show. Throws where one goes along for no field, or for two. */
function filesOf(fields: readonly FormField[], values: FieldValues, attachments: readonly Attaching[]): Attaching[] {
  const ids = fields.filter(({ kind }) => kind === 'file').flatMap(({ name }) => linesOf(values[name] ?? ''));
  const stray = attachments.find(({ id }) => !ids.includes(id));
  if (stray) throw refused(`attachments: ${stray.id} is for no field`);
  if (new Set(ids).size < ids.length) throw refused('values: a file is named twice');
  return ids.map((id) => attachments.find((each) => each.id === id) ?? { id });
}

/**
 * Checks an answer against the form as it was sent (FM4). Throws `malformed`, with `fields` where values are not taken, and `tampered` where
 * something sealed does not open. Nothing that was opened leaves this function.
 */
export async function checkedAnswer(
  vault: Vault,
  workspace: string,
  sent: LogEventOf<'form.sent'>,
  answer: Answer,
): Promise<CheckedAnswer> {
  const { form } = sent;
  const isSealed = new Map(form.fields.map((field) => [field.name, isMasked(form, field)]));
  mustBeInPlace(isSealed, sent.vault?.id, answer);
  const secret = await opened(vault, workspace, sent, answer);
  const { values, faults } = checkFields(form.fields, { ...answer.values, ...secret });
  if (Object.keys(faults).length > 0) throw new RelayError('malformed', 'values: some are not taken', { fields: faults });
  const filled = Object.entries(values).filter(([, value]) => value !== '');
  const masked = filled.filter(([name]) => isSealed.get(name));
  // What is kept cannot be cleaned any more.
  const unclean = masked.find(([name, value]) => secret[name] !== value);
  if (unclean) throw refused(`sealed.values.${unclean[0]}: was not cleaned before it was sealed`);
  return {
    values: Object.fromEntries(filled.filter(([name]) => !isSealed.get(name))),
    sealed: Object.fromEntries(Object.entries(answer.sealed?.values ?? {}).filter(([name]) => masked.some(([each]) => each === name))),
    files: filesOf(form.fields, values, answer.attachments ?? []),
  };
}
