import type { LogEvent } from '@deskbell/protocol/events.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { mustRead, step } from '../domain/permissions.js';
import type { Action } from './action.js';
import type { Caller } from './caller.js';
import { checkedAnswer } from './checked-answer.js';
import { tellChange } from './tell.js';

const A_DAY = 24 * 3_600_000;

/** Tells what the command led to before. Whoever reads the conversation as its customer is who answered, by whatever name they were known. */
function tellBefore(caller: Caller, event: LogEvent): void {
  if (event.type !== 'form.answered' || event.by.role !== 'customer') throw new RelayError('id-used');
  caller.tell(event);
}

/** Answers a form (FRM 2, FRM 4, FRM 5, FM4 to FM6). */
export const answerForm: Action<'form.answer'> = async (deps, caller, command) => {
  const { store, vault, now } = deps;
  const { person, author } = caller;
  const { workspace } = person;
  const { id, conversation, form } = command;
  const row = mustRead(person, await store.conversation(workspace, conversation));
  const [before, sent] = await Promise.all([store.event(conversation, id), store.event(conversation, form)]);
  if (before) return tellBefore(caller, before);
  if (sent?.type !== 'form.sent') throw new RelayError('not-found', 'form: none of that id was sent here');
  // Before anything is opened, which is dear.
  step(person, 'answerForm', row);
  const { values, sealed, files } = await checkedAnswer(vault, workspace, sent, command);
  const at = now();
  const expiresAt = sent.retentionDays === undefined ? null : at + sent.retentionDays * A_DAY;
  const answer = { workspace, conversation, id, form, customer: person.id, files, expiresAt };
  let wakes: boolean | undefined;
  const changed = await store.answerForm({ ...answer, sealed: { key: sent.vault?.id ?? '', values: sealed } }, (held, place) => {
    const phase = step(person, 'answerForm', held);
    if (place.answered) throw new RelayError('wrong-phase', 'the form was answered already');
    if (!place.attachments) throw new RelayError('not-found', 'a file is not the customer’s, or not ready, or was sent before');
    const attachments = place.attachments.length > 0 && { attachments: [...place.attachments] };
    wakes = held.snoozedUntil !== null;
    return {
      row: { phase, awaitingSince: held.awaitingSince ?? at, snoozedUntil: null },
      events: [
        { type: 'form.answered', id, at, by: author, form, name: sent.form.name, values, masked: Object.keys(sealed), ...attachments },
      ],
      ...(wakes && { timers: { snooze: null } }),
    };
  });
  if (changed.again) return changed.events.forEach((event) => tellBefore(caller, event));
  tellChange(deps, caller, changed);
  if (wakes && changed.row.agent) await deps.slots.tell(workspace, [changed.row.agent.id]);
};
