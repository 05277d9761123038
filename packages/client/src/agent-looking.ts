import type { Destinations } from '@deskbell/protocol/destinations.js';
import type { AnswerEvent, LogEventOf } from '@deskbell/protocol/events.js';
import type { NotesPage } from '@deskbell/protocol/notes.js';
import type { ResponseLibrary } from '@deskbell/protocol/responses.js';
import type { AgentSession, AskedAction, ClosedPage } from './agent.js';
import {
  fetchClosed,
  fetchClosedOf,
  fetchDestinations,
  fetchNotes,
  fetchResponses,
  fetchStart,
  postAction,
  type AgentHttp,
} from './agent-http.js';
import { Shelf } from './shelf.js';

type Looked = 'closed' | 'closedOf' | 'destinations' | 'notes' | 'started' | 'responses' | 'act';

/** What an agent looks up over HTTP, beside the socket. */
export abstract class AgentLooking implements Pick<AgentSession, Looked> {
  readonly #library = new Shelf<ResponseLibrary>(() => fetchResponses(this.http));

  protected abstract get http(): AgentHttp;

  /** What the relay said last of the standard responses; null where there are none. */
  protected abstract get libraryVersion(): string | null;

  closed(search: string, page?: string): Promise<ClosedPage> {
    return fetchClosed(this.http, search, page);
  }

  closedOf(customer: string, page?: string): Promise<ClosedPage> {
    return fetchClosedOf(this.http, customer, page);
  }

  notes(customer: string, page?: string): Promise<NotesPage> {
    return fetchNotes(this.http, customer, page);
  }

  destinations(search: string, conversation?: string): Promise<Destinations> {
    return fetchDestinations(this.http, search, conversation);
  }

  started(conversation: string): Promise<LogEventOf<'conversation.started'> | undefined> {
    return fetchStart(this.http, conversation);
  }

  act(conversation: string, asked: AskedAction): Promise<AnswerEvent | null> {
    return postAction(this.http, conversation, asked);
  }

  responses(): Promise<ResponseLibrary> {
    return this.#library.get(this.libraryVersion);
  }
}
