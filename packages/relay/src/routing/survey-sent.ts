import type { Survey } from '@deskbell/protocol/surveys.js';
import { askingAt } from '../domain/surveys.js';
import type { SurveySettings, WorkspaceSettings } from '../settings/schema/workspace.js';
import { surveyOf } from '../settings/survey-of.js';
import type { Change, ConversationRow, NewEvent } from '../store/store.js';

/** What asking the customer how it was adds to a change. */
export type Sending = Pick<Change, 'row' | 'events' | 'everyNth'>;

const NOTHING: Sending = { row: {}, events: [] };

const snapshot = ({ id, name, kind, question, comment, translations }: SurveySettings): Survey => ({
  id,
  name,
  kind,
  question,
  ...(comment !== undefined && { comment }),
  ...(Object.keys(translations).length > 0 && { translations }),
});

const isAsked = ({ survey }: ConversationRow): boolean => survey === 'sent' || survey === 'answered';

const sending = (survey: SurveySettings, told: Pick<NewEvent, 'id' | 'at' | 'by'>): Sending => ({
  row: { survey: 'sent' },
  events: [{ type: 'survey.sent', ...told, survey: snapshot(survey) }],
});

/** The survey of the queue that a conversation is in, whoever it is asked of (SV9); nothing where it has none, or one was sent. */
export function surveySent(settings: WorkspaceSettings, row: ConversationRow, told: Pick<NewEvent, 'id' | 'at' | 'by'>): Sending {
  const survey = surveyOf(settings, row.queue.id);
  return survey && !isAsked(row) ? sending(survey, told) : NOTHING;
}

/** The same at the end of a conversation, where its survey is for this one (SV1 to SV4). */
export function surveyAtEnd(settings: WorkspaceSettings, row: ConversationRow, told: Pick<NewEvent, 'id' | 'at' | 'by'>): Sending {
  const survey = surveyOf(settings, row.queue.id);
  if (!survey || isAsked(row)) return NOTHING;
  const asking = askingAt(survey, row.survey === 'planned' ? 'planned' : row.lastAgent ? 'attended' : 'unattended');
  if (asking === 'never') return NOTHING;
  const every = typeof survey.trigger === 'string' ? undefined : survey.trigger.every;
  return { ...sending(survey, told), ...(asking === 'count' && every !== undefined && { everyNth: every }) };
}
