import type { Attachment } from '@deskbell/protocol/attachments.js';
import { checkFields } from '@deskbell/protocol/check-fields.js';
import type { CommandOf } from '@deskbell/protocol/commands.js';
import { isOpen } from '@deskbell/protocol/conversation.js';
import type { FormEvent, LogEvent } from '@deskbell/protocol/events.js';
import type { FieldFault, FieldValues } from '@deskbell/protocol/fields.js';
import { isMasked, type SavedForm, type Sealed, type VaultKey } from '@deskbell/protocol/forms.js';
import type { Author } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Survey, SurveyTrigger } from '@deskbell/protocol/surveys.js';
import type { SimulatedCobrowse } from './simulated-cobrowse.js';
import type { NewEvent, SimulatedLog } from './simulated-log.js';

/** What a simulated workspace can ask its customers. */
export interface Asked {
  readonly forms: SavedForm[];
  /** Of the settings that the forms stand in. */
  version: number;
  /** What admins are told is wrong with the next form that they save. */
  faults: readonly { readonly path: string; readonly reason: string }[];
  /** What masked values are sealed for. */
  vault?: VaultKey;
  /** What was sealed, by what it belongs to: `sealedFor`. */
  readonly sealed: Map<string, Sealed>;
  /** Opens what was sealed; rejects where it was tampered with. */
  open: (sealed: Sealed, place: string) => Promise<string>;
  /** The audit trail: who asked for which fields, and why. */
  readonly reveals: { readonly id: string; readonly by: string; readonly fields: readonly string[]; readonly reason: string }[];
  survey?: Survey;
  /** Every co-browse session that was begun. */
  readonly cobrowses: SimulatedCobrowse[];
}

export const nothingAsked = (): Asked => ({
  forms: [],
  version: 1,
  faults: [],
  sealed: new Map(),
  open: () => Promise.reject(new Error('there is no vault')),
  reveals: [],
  cobrowses: [],
});

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

export function surveyPlanned({ survey }: Asked, log: SimulatedLog, by: Author, { id, on }: CommandOf<'survey.send'>): NewEvent {
  if (!survey) throw new RelayError('malformed', 'the queue has no survey');
  const isAgain = log.events.some((event) => event.id === id);
  if (!isAgain && (log.summary.survey === 'planned') === on) throw new RelayError('wrong-phase');
  return { type: 'survey.planned', id, by, on };
}

const SYSTEM: Author = { id: 'system', name: 'Deskbell', role: 'system' };

/** The survey of a conversation that has just ended, where its queue leaves that not to agents, or one wants it. */
export function surveySent({ survey }: Asked, { summary, events }: SimulatedLog, trigger: SurveyTrigger | null): NewEvent | undefined {
  if (!survey || (trigger === 'agent' && summary.survey !== 'planned') || events.some(({ type }) => type === 'survey.sent'))
    return undefined;
  return { type: 'survey.sent', id: `ffffffff${summary.id.slice(8)}`, by: SYSTEM, survey };
}

export function surveyAnswered(log: SimulatedLog, by: Author, { id, survey, score, comment }: CommandOf<'survey.answer'>): NewEvent {
  if (!log.events.some(isOf('survey.sent', survey))) throw new RelayError('not-found');
  if (log.events.some((event) => event.type === 'survey.answered' && event.survey === survey && event.id !== id))
    throw new RelayError('wrong-phase');
  return { type: 'survey.answered', id, by, survey, score, comment };
}
