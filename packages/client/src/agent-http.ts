import { summarySchema } from '@deskbell/protocol/conversation.js';
import { destinationsSchema, type Destinations } from '@deskbell/protocol/destinations.js';
import { notesSchema, type NotesPage } from '@deskbell/protocol/notes.js';
import { responseLibrarySchema, type ResponseLibrary } from '@deskbell/protocol/responses.js';
import { parseSeen } from '@deskbell/protocol/parse.js';
import { logSchemas, type AnswerEvent, type LogEventOf } from '@deskbell/protocol/events.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import * as v from 'valibot';
import type { AskedAction, ClosedPage } from './agent.js';
import type { AgentToken } from './agent-token.js';
import { bodyOf, pathOf } from './http.js';

const pageSchema = v.object({ conversations: v.array(summarySchema), next: v.nullable(v.string()) });

const eventsSchema = v.object({ events: v.array(v.unknown()) });

/** What an agent asks the relay with, beside the socket. */
export interface AgentHttp {
  readonly fetch: typeof globalThis.fetch;
  readonly relay: string;
  readonly token: AgentToken;
}

/** Asks as the agent. A token that ended meanwhile is asked for anew, once. */
async function get<T>(
  { fetch, relay, token }: AgentHttp,
  path: string,
  schema: v.GenericSchema<unknown, T>,
  { headers, ...init }: RequestInit & { headers?: Record<string, string> } = {},
): Promise<T> {
  const ask = async (refused: boolean) => {
    const bearer = await token.give(refused);
    if (!bearer) throw new RelayError('unauthorized');
    return fetch(pathOf(relay, path), { ...init, headers: { ...headers, authorization: `Bearer ${bearer}` } });
  };
  const answer = await ask(false);
  return bodyOf(answer.status === 401 ? await ask(true) : answer, schema);
}

/** One page of the closed conversations. */
export function fetchClosed(http: AgentHttp, search: string, page: string | undefined): Promise<ClosedPage> {
  const query = new URLSearchParams({ phase: 'closed', search, ...(page !== undefined && { page }) });
  return get(http, `/v1/conversations?${String(query)}`, pageSchema);
}

/** One page of the closed conversations of one customer. */
export function fetchClosedOf(http: AgentHttp, customer: string, page: string | undefined): Promise<ClosedPage> {
  const query = new URLSearchParams({ phase: 'closed', customer, limit: '10', ...(page !== undefined && { page }) });
  return get(http, `/v1/conversations?${String(query)}`, pageSchema);
}

/** One page of the notes about a customer. */
export function fetchNotes(http: AgentHttp, customer: string, page: string | undefined): Promise<NotesPage> {
  const query = new URLSearchParams(page === undefined ? {} : { page });
  return get(http, `/v1/customers/${encodeURIComponent(customer)}/notes?${String(query)}`, notesSchema);
}

/** What a conversation may be transferred to. */
export function fetchDestinations(http: AgentHttp, search: string, conversation: string | undefined): Promise<Destinations> {
  const query = new URLSearchParams({ search, ...(conversation !== undefined && { conversation }) });
  return get(http, `/v1/destinations?${String(query)}`, destinationsSchema);
}

const performedSchema = v.object({ event: v.nullable(logSchemas['action.performed']) });

/** Has the relay perform an action. Null where it is under way elsewhere: the answer comes with the log. */
export async function postAction(http: AgentHttp, conversation: string, { signal, ...asked }: AskedAction): Promise<AnswerEvent | null> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) };
  const path = `/v1/conversations/${conversation}/actions`;
  return (await get(http, path, performedSchema, { ...init, ...(signal && { signal }) })).event;
}

/** The standard responses. */
export const fetchResponses = (http: AgentHttp): Promise<ResponseLibrary> => get(http, '/v1/responses', responseLibrarySchema);

/** The event that a conversation began with. Undefined where this build cannot read it. */
export async function fetchStart(http: AgentHttp, conversation: string): Promise<LogEventOf<'conversation.started'> | undefined> {
  const { events } = await get(http, `/v1/conversations/${conversation}/events?before=2&limit=1`, eventsSchema);
  const first = events.map(parseSeen).at(0);
  return first?.type === 'conversation.started' ? first : undefined;
}
