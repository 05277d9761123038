import type * as v from 'valibot';
import type { liveSchemas } from './live-events.js';
import { logSchemas } from './log-events.js';

// Events come down, in the past tense. Those of the log are saved and have a `seq`; the others are told to whoever is there.
// Their schemas check shapes alone: limits are for what goes up, and what comes down has passed them.

type LogType = keyof typeof logSchemas;
type LiveType = keyof typeof liveSchemas;
export type SeenEvent = { [T in LogType]: v.InferOutput<(typeof logSchemas)[T]> }[LogType];
/** An event of the log as it is saved: everything but the stand-in for what may not be seen. */
export type LogEvent = Exclude<SeenEvent, { type: 'event.hidden' }>;
export type LogEventOf<T extends LogEvent['type']> = Extract<LogEvent, { type: T }>;
export type LiveEvent = {
  [T in LiveType]: T extends 'conversation.opened' | 'history.fetched'
    ? Omit<v.InferOutput<(typeof liveSchemas)[T]>, 'events'> & { events: SeenEvent[] }
    : v.InferOutput<(typeof liveSchemas)[T]>;
}[LiveType];
export type LiveEventOf<T extends LiveType> = Extract<LiveEvent, { type: T }>;
export type RelayEvent = SeenEvent | LiveEvent;
export type MessageEvent = LogEventOf<'message.sent'>;
export type NoteEvent = LogEventOf<'note.added'>;
export type SummaryEvent = LogEventOf<'summary.added'>;
export type AnswerEvent = LogEventOf<'action.performed'>;
export type FormEvent = LogEventOf<'form.sent'>;
export type SurveyEvent = LogEventOf<'survey.sent'>;
export type CobrowseEvent = LogEventOf<'cobrowse.asked'>;

const isLogType = (type: string): type is LogType => Object.hasOwn(logSchemas, type);

/** Whether an event belongs to a conversation's log. */
export const isLogged = (event: RelayEvent): event is SeenEvent => isLogType(event.type);
