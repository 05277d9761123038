import { isMasked } from '@deskbell/protocol/forms.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';
import { step } from '../domain/permissions.js';
import type { FormSettings } from '../settings/schema/forms.js';
import type { NewEvent } from '../store/store.js';
import type { Action } from './action.js';
import { settingsOf } from './settings-of.js';
import { tellAgain, tellChange } from './tell.js';

type Sent = Pick<Extract<NewEvent, { type: 'form.sent' }>, 'form' | 'vault' | 'retentionDays'>;

/** A form as it stands now, with what its masked fields are sealed for. */
async function snapshot(deps: Deps, workspace: string, { retentionDays, ...form }: FormSettings): Promise<Sent> {
  if (!form.fields.some((field) => isMasked(form, field))) return { form };
  return { form, vault: await deps.vault.key(workspace), ...(retentionDays !== undefined && { retentionDays }) };
}

/** Has the customer fill in a form (FRM 2, FM5). */
export const sendForm: Action<'form.send'> = async (deps, caller, { id, conversation, form: wanted }) => {
  const { person, author } = caller;
  const form = settingsOf(deps, person.workspace).forms.find((each) => each.id === wanted);
  const sent = form && (await snapshot(deps, person.workspace, form));
  let wakes: boolean | undefined;
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => {
    const phase = step(person, 'sendForm', row);
    if (!sent) throw new RelayError('malformed', 'form: the workspace has none of that id');
    if (!deps.files && sent.form.fields.some(({ kind }) => kind === 'file'))
      throw new RelayError('malformed', 'form: it asks for files, and there is no place for them');
    wakes = row.snoozedUntil !== null;
    return {
      row: { phase, awaitingSince: null, snoozedUntil: null },
      events: [{ type: 'form.sent', id, at: deps.now(), by: author, ...sent }],
      ...(wakes && { timers: { snooze: null } }),
    };
  });
  if (changed.again) return tellAgain(caller, changed, 'form.sent');
  tellChange(deps, caller, changed);
  if (wakes) await deps.slots.tell(person.workspace, [person.id]);
};
