import { summarySchema } from '@deskbell/protocol/conversation.js';
import type { FieldValues } from '@deskbell/protocol/fields.js';
import { revealedSchema } from '@deskbell/protocol/forms.js';
import { destinationsSchema, type Destinations } from '@deskbell/protocol/destinations.js';
import { notesSchema, type NotesPage } from '@deskbell/protocol/notes.js';
import { responseLibrarySchema, type ResponseLibrary } from '@deskbell/protocol/responses.js';
import { parseSeen } from '@deskbell/protocol/parse.js';
import type { AnswerEvent, LogEventOf } from '@deskbell/protocol/events.js';
import { logSchemas } from '@deskbell/protocol/log-events.js';
import * as v from 'valibot';
import type { AskedAction, AskedReveal, ClosedPage } from './agent.js';
import { askAs, type BearerHttp } from './bearer-http.js';

const pageSchema = v.object({ conversations: v.array(summarySchema), next: v.nullable(v.string()) });

const eventsSchema = v.object({ events: v.array(v.unknown()) });

/** One page of the closed conversations. */
export function fetchClosed(http: BearerHttp, search: string, page: string | undefined): Promise<ClosedPage> {
  const query = new URLSearchParams({ phase: 'closed', search, ...(page !== undefined && { page }) });
  return askAs(http, `/v1/conversations?${String(query)}`, pageSchema);
}

/** One page of the closed conversations of one customer. */
export function fetchClosedOf(http: BearerHttp, customer: string, page: string | undefined): Promise<ClosedPage> {
  const query = new URLSearchParams({ phase: 'closed', customer, limit: '10', ...(page !== undefined && { page }) });
  return askAs(http, `/v1/conversations?${String(query)}`, pageSchema);
}

/** One page of the notes about a customer. */
export function fetchNotes(http: BearerHttp, customer: string, page: string | undefined): Promise<NotesPage> {
  const query = new URLSearchParams(page === undefined ? {} : { page });
  return askAs(http, `/v1/customers/${encodeURIComponent(customer)}/notes?${String(query)}`, notesSchema);
}

/** What a conversation may be transferred to. */
export function fetchDestinations(http: BearerHttp, search: string, conversation: string | undefined): Promise<Destinations> {
  const query = new URLSearchParams({ search, ...(conversation !== undefined && { conversation }) });
  return askAs(http, `/v1/destinations?${String(query)}`, destinationsSchema);
}

const performedSchema = v.object({ event: v.nullable(logSchemas['action.performed']) });

/** Has the relay perform an action. Null where it is under way elsewhere: the answer comes with the log. */
export async function postAction(http: BearerHttp, conversation: string, { signal, ...asked }: AskedAction): Promise<AnswerEvent | null> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) };
  const path = `/v1/conversations/${conversation}/actions`;
  return (await askAs(http, path, performedSchema, { ...init, ...(signal && { signal }) })).event;
}

/** Reveals masked values of a form: what the relay opened for this one request. */
export async function postReveal(
  http: BearerHttp,
  id: string,
  { conversation, form, signal, ...asked }: AskedReveal,
): Promise<FieldValues> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id, ...asked }) };
  const path = `/v1/conversations/${conversation}/forms/${form}/reveal`;
  return (await askAs(http, path, revealedSchema, { ...init, cache: 'no-store', ...(signal && { signal }) })).values;
}

/** The standard responses. */
export const fetchResponses = (http: BearerHttp): Promise<ResponseLibrary> => askAs(http, '/v1/responses', responseLibrarySchema);

/** The newest hand-over by an AI agent among the first events of a conversation; undefined where there is none. */
export async function fetchHandOver(http: BearerHttp, conversation: string): Promise<LogEventOf<'bot.handed-over'> | undefined> {
  const { events } = await askAs(http, `/v1/conversations/${conversation}/events?before=201&limit=200`, eventsSchema);
  return events.map(parseSeen).findLast((event) => event.type === 'bot.handed-over');
}

/** The event that a conversation began with. Undefined where this build cannot read it. */
export async function fetchStart(http: BearerHttp, conversation: string): Promise<LogEventOf<'conversation.started'> | undefined> {
  const { events } = await askAs(http, `/v1/conversations/${conversation}/events?before=2&limit=1`, eventsSchema);
  const first = events.map(parseSeen).at(0);
  return first?.type === 'conversation.started' ? first : undefined;
}
