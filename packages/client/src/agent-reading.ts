import type { Destinations } from '@deskbell/protocol/destinations.js';
import type { LogEventOf } from '@deskbell/protocol/events.js';
import type { NotesPage } from '@deskbell/protocol/notes.js';
import { fetchClosed, fetchClosedOf, fetchDestinations, fetchNotes, fetchStart, type AgentHttp } from './agent-http.js';
import type { AgentSession, ClosedPage } from './agent.js';

type Read = 'closed' | 'closedOf' | 'destinations' | 'notes' | 'started';

/** What an agent reads over HTTP, beside the socket. */
export abstract class AgentReading implements Pick<AgentSession, Read> {
  protected abstract get http(): AgentHttp;

  closed(search: string, page?: string): Promise<ClosedPage> {
    return fetchClosed(this.http, search, page);
  }

  closedOf(customer: string, page?: string): Promise<ClosedPage> {
    return fetchClosedOf(this.http, customer, page);
  }

  destinations(search: string, conversation?: string): Promise<Destinations> {
    return fetchDestinations(this.http, search, conversation);
  }

  notes(customer: string, page?: string): Promise<NotesPage> {
    return fetchNotes(this.http, customer, page);
  }

  started(conversation: string): Promise<LogEventOf<'conversation.started'> | undefined> {
    return fetchStart(this.http, conversation);
  }
}
