import type { Attachment } from '@deskbell/protocol/attachments.js';
import { checkFields } from '@deskbell/protocol/check-fields.js';
import type { CommandOf } from '@deskbell/protocol/commands.js';
import { isOpen } from '@deskbell/protocol/conversation.js';
import type { FormEvent, LogEvent } from '@deskbell/protocol/events.js';
import type { FieldFault, FieldValues } from '@deskbell/protocol/fields.js';
import { isMasked, type Form, type VaultKey } from '@deskbell/protocol/forms.js';
import type { Author } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Survey } from '@deskbell/protocol/surveys.js';
import type { NewEvent, SimulatedLog } from './simulated-log.js';

/** What a simulated workspace can ask its customers. */
export interface Asked {
  readonly forms: Form[];
  /** What masked values are sealed for. */
  vault?: VaultKey;
  survey?: Survey;
}

const isOf =
  <T extends LogEvent['type']>(type: T, id: string) =>
  (event: LogEvent): event is Extract<LogEvent, { type: T }> =>
    event.type === type && event.id === id;

/** The form that was sent by that id. */
export function sentForm({ events }: SimulatedLog, id: string): FormEvent {
  const sent = events.find(isOf('form.sent', id));
  if (!sent) throw new RelayError('not-found');
  return sent;
}

export function formSent({ forms, vault }: Asked, by: Author, { id, form: wanted }: CommandOf<'form.send'>): NewEvent {
  const form = forms.find(({ id: known }) => known === wanted);
  if (!form) throw new RelayError('malformed', 'form: there is none of that id');
  const seals = form.fields.some((field) => isMasked(form, field));
  return { type: 'form.sent', id, by, form, ...(seals && vault && { vault }) };
}

/** What is wrong with the open values; that masked ones are filled in is all that can be seen of them. */
function faultsIn({ form }: FormEvent, values: FieldValues, masked: readonly string[]): Readonly<Record<string, FieldFault>> {
  const { faults } = checkFields(form.fields, values);
  return Object.fromEntries(Object.entries(faults).filter(([name]) => !masked.includes(name)));
}

export function formAnswered(
  log: SimulatedLog,
  by: Author,
  { id, form, values, sealed }: CommandOf<'form.answer'>,
  take: () => Attachment[],
): NewEvent {
  const sent = sentForm(log, form);
  const masked = Object.keys(sealed?.values ?? {});
  const answer = { type: 'form.answered', id, by, form, name: sent.form.name, values, masked } as const;
  if (log.find(id, 'form.answered')) return answer;
  if (!isOpen(log.summary.phase) || log.events.some((event) => event.type === 'form.answered' && event.form === form))
    throw new RelayError('wrong-phase');
  const fields = faultsIn(sent, values, masked);
  if (Object.keys(fields).length > 0) throw new RelayError('malformed', 'values: some are not taken', { fields });
  const attachments = take();
  return { ...answer, ...(attachments.length > 0 && { attachments }) };
}

export function surveySent({ survey }: Asked, by: Author, { id }: CommandOf<'survey.send'>): NewEvent {
  if (!survey) throw new RelayError('malformed', 'the queue has no survey');
  return { type: 'survey.sent', id, by, survey };
}

export function surveyAnswered(log: SimulatedLog, by: Author, { id, survey, score, comment }: CommandOf<'survey.answer'>): NewEvent {
  if (!log.events.some(isOf('survey.sent', survey))) throw new RelayError('not-found');
  if (log.events.some((event) => event.type === 'survey.answered' && event.survey === survey && event.id !== id))
    throw new RelayError('wrong-phase');
  return { type: 'survey.answered', id, by, survey, score, comment };
}
