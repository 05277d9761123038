import type { AiTask } from '@deskbell/protocol/ai.js';
import type { Destinations } from '@deskbell/protocol/destinations.js';
import type { FieldValues } from '@deskbell/protocol/fields.js';
import type { SavedForm, SavedForms } from '@deskbell/protocol/forms.js';
import type { AnswerEvent, LogEventOf } from '@deskbell/protocol/events.js';
import type { NotesPage } from '@deskbell/protocol/notes.js';
import type { ResponseLibrary } from '@deskbell/protocol/responses.js';
import type { Desk } from '@deskbell/protocol/site.js';
import type { AgentSession, AskedAction, AskedReveal, ClosedPage, SaveOutcome } from './agent.js';
import {
  fetchClosed,
  fetchClosedOf,
  fetchDestinations,
  fetchHandOver,
  fetchNotes,
  fetchResponses,
  fetchStart,
  postAction,
  postReveal,
} from './agent-http.js';
import type { BearerHttp } from './bearer-http.js';
import { LazyCobrowses } from './lazy-cobrowse.js';
import { LazyFiles } from './lazy-files.js';
import { Shelf } from './shelf.js';
import type { Surroundings } from './surroundings.js';

type Looked =
  | 'closed'
  | 'closedOf'
  | 'destinations'
  | 'notes'
  | 'started'
  | 'handOver'
  | 'responses'
  | 'write'
  | 'files'
  | 'cobrowse'
  | 'act'
  | 'reveal'
  | 'forms'
  | 'saveForm'
  | 'deleteForm';

/** What an agent looks up over HTTP, beside the socket. */
export abstract class AgentLooking implements Pick<AgentSession, Looked> {
  readonly #library = new Shelf<ResponseLibrary>(() => fetchResponses(this.http));

  readonly #newId: () => string;
  readonly files: LazyFiles;
  readonly cobrowse = new LazyCobrowses(() => this.http);

  constructor(surroundings: Surroundings) {
    this.#newId = () => surroundings.newId();
    this.files = new LazyFiles({
      ...surroundings,
      http: () => Promise.resolve(this.http),
      limits: () => this.desk?.files,
      isOpen: () => this.isOpen,
    });
  }

  protected abstract get http(): BearerHttp;

  /** As the relay told of it last. */
  protected abstract get desk(): Desk | undefined;

  /** Whether there is a connection. */
  protected abstract get isOpen(): boolean;

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

  async *write(task: AiTask, signal: AbortSignal): AsyncGenerator<string, void, void> {
    // Most consoles never have anything written.
    const { write } = await import('./agent-writing.js');
    yield* write(this.http, task, signal);
  }

  handOver(conversation: string): Promise<LogEventOf<'bot.handed-over'> | undefined> {
    return fetchHandOver(this.http, conversation);
  }

  act(conversation: string, asked: AskedAction): Promise<AnswerEvent | null> {
    return postAction(this.http, conversation, asked);
  }

  reveal(asked: AskedReveal): Promise<FieldValues> {
    return postReveal(this.http, this.#newId(), asked);
  }

  // Those who make forms are few.
  async forms(): Promise<SavedForms> {
    return (await import('./agent-forms.js')).fetchForms(this.http);
  }

  async saveForm(version: number, form: SavedForm): Promise<SaveOutcome> {
    return (await import('./agent-forms.js')).putForm(this.http, version, form);
  }

  async deleteForm(version: number, form: string): Promise<void> {
    return (await import('./agent-forms.js')).deleteForm(this.http, version, form);
  }

  responses(): Promise<ResponseLibrary> {
    return this.#library.get(this.desk?.responses ?? null);
  }
}
