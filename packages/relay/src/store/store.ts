import type { Collected } from '@deskbell/protocol/bot.js';
import type { Attaching } from '@deskbell/protocol/attachments.js';
import type { ConversationSummary, Reads } from '@deskbell/protocol/conversation.js';
import type { LogEvent, MessageEvent, NoteEvent } from '@deskbell/protocol/events.js';
import type { Mark } from '@deskbell/protocol/marks.js';
import type { Author, Named, Side } from '@deskbell/protocol/people.js';
import type { AuditEntry } from '../audit/entry.js';
import type { AiStore } from './ai-store.js';
import type { CobrowseStore, EndedCobrowse } from './cobrowse-store.js';
import type { SurveysStore } from './surveys-store.js';
import type { AuditStore } from './audit-store.js';
import type { AgentChange, AgentRow, AgentsStore } from './agents-store.js';
import type { FilesStore } from './files-store.js';
import type { FormsStore } from './forms-store.js';
import type { ConversationTimer, RoutingStore } from './routing-store.js';
import type { VaultStore } from './vault-store.js';

/** What the relay has to do with a site's AI agent for one conversation. */
export interface BotState {
  /** It was asked about everything up to this `seq`; null: not yet. */
  readonly answered: number | null;
  /** How often it failed since it answered last. */
  readonly tries: number;
  /** The call that is under way, and when it counts as lost, ms. */
  readonly call: { readonly id: string; readonly until: number } | null;
  readonly collected: readonly Collected[];
  /** What was said to it elsewhere: to be fetched, there, or missing; null where nothing was. */
  readonly transcript: 'wanted' | 'there' | 'missing' | null;
}

/** A conversation's row: what agents see of it, and what only the relay needs. */
export interface ConversationRow extends ConversationSummary {
  readonly workspace: string;
  /** The key of the site it was started on. */
  readonly site: string;
  /** Who would not have it, and until when it is not put to them again, ms. By agent. */
  readonly refused: Readonly<Record<string, number>>;
  /** Null where no AI agent has to do with it. */
  readonly bot: BotState | null;
  /** Whether a note was saved in it. */
  readonly noted: boolean;
  /** Who had it last, also where nobody has it now; null where no agent ever did. */
  readonly lastAgent: Named | null;
}

/** A message that somebody wants to say, already parsed and cleaned. */
export interface NewMessage {
  readonly workspace: string;
  readonly conversation: string;
  readonly id: string;
  readonly by: Author;
  readonly side: Side;
  readonly text: string;
  readonly marks?: readonly Mark[] | undefined;
  /** Files of the author's, ready and not sent yet. */
  readonly attachments?: readonly Attaching[] | undefined;
  /** By the relay's clock, ms. */
  readonly at: number;
}

/** What became of a message. `again`: the id was in the log already, nothing was written, and `event` is what stands there. */
export interface AppendedMessage {
  readonly event: MessageEvent;
  readonly again: boolean;
  readonly phase: ConversationSummary['phase'];
}

/** An event to be saved: the database gives it its `seq`. */
export type NewEvent = { [T in LogEvent['type']]: Omit<Extract<LogEvent, { type: T }>, 'seq' | 'conversation'> }[LogEvent['type']];

/** What a decision changes: the columns of the row that get a new value, and the events that tell of it. */
export interface Change {
  readonly row: Partial<
    Pick<
      ConversationRow,
      | 'phase'
      | 'agent'
      | 'queue'
      | 'priority'
      | 'skills'
      | 'offer'
      | 'refused'
      | 'snoozedUntil'
      | 'wrapUpUntil'
      | 'acceptedAt'
      | 'assignedAt'
      | 'endedAt'
      | 'awaitingSince'
      | 'waitingSince'
      | 'disposition'
      | 'bot'
      | 'engagement'
      | 'noted'
      | 'survey'
    >
  >;
  readonly events: readonly NewEvent[];
  /** When what is due (ms), or null for no longer; saved in the same transaction. */
  readonly timers?: Partial<Record<ConversationTimer, number | null>>;
  /** Of the `survey.sent` among the events only every nth is saved, counted over all relays; every one where it is left out. */
  readonly everyNth?: number | undefined;
  /** What is different of the agent for whom it is changed, in the same transaction; of use in `changeForAgent` only. */
  readonly agent?: AgentChange;
}

/** The row as it is after a change, and the events that were saved with it. `again`: the command had been performed before; nothing was written. */
export interface Changed {
  readonly row: ConversationRow;
  readonly events: readonly LogEvent[];
  readonly again: boolean;
  /** The co-browse session that ended with it. */
  readonly cobrowse?: EndedCobrowse | undefined;
}

export interface NewConversation extends Pick<ConversationRow, 'workspace' | 'site' | 'id'> {
  readonly queue: Named;
  readonly customer: Named;
  readonly at: number;
  /** 0 where left out. */
  readonly priority?: number;
  /** When its wait is up, ms; never where left out. */
  readonly waitsUntil?: number | undefined;
  /** What an AI agent has to do with it, due at once but where its transcript is `there`; `started` says whether it has it. */
  readonly bot?: BotState | null;
  readonly started: Extract<NewEvent, { type: 'conversation.started' }>;
  /** What follows it at once, in the same transaction. */
  readonly then?: readonly NewEvent[];
}

export interface Customer extends Named {
  readonly workspace: string;
  readonly email: string | null;
  /** The `sub` that the site's own server gave; null while anonymous. */
  readonly externalId: string | null;
}

interface PageQuery {
  readonly workspace: string;
  /** From the page before; null for the first. */
  readonly page: string | null;
  readonly limit: number;
}

export interface NotesQuery extends PageQuery {
  readonly customer: string;
}

export interface ClosedQuery extends PageQuery {
  /** Of this customer only, and then `search` does not count. */
  readonly customer?: string | undefined;
  /** Contained in the customer's name or in any message, whatever the case; empty for all. */
  readonly search: string;
}

/** The settings of a workspace as they were saved. What stands in the document is checked by who reads it, since another build may have written it. */
export interface SavedSettings {
  readonly workspace: string;
  readonly version: number;
  readonly document: unknown;
  /** By the relay's clock, ms. */
  readonly changedAt: number;
  /** The id of an admin. */
  readonly changedBy: string;
}

/** What the audit trail says of saved settings besides who and when. */
export interface SettingsChange {
  /** Of the admin. */
  readonly name: string;
  /** The parts of the document that are different now. */
  readonly parts: readonly string[];
}

/**
 * Where everything that must not be lost is kept. Every method settles only when what it wrote is durable. A database that cannot be
 * reached rejects with `RelayError('unavailable')`; what the caller asked for and may not have, with `not-found`, `wrong-phase` and so on.
 * The contract suite in contract.ts runs on every driver.
 */
export interface Store
  extends AgentsStore, RoutingStore, AiStore, FilesStore, FormsStore, AuditStore, SurveysStore, VaultStore, CobrowseStore {
  /** Appends to the log if the author may write there now: the customer of an open conversation, the agent of an active one. What a customer says to an AI agent is due for its answer with it. Grouped with what others append at the same moment, unless it has attachments. */
  appendMessage(message: NewMessage): Promise<AppendedMessage>;
  /** Saves a new conversation in `waiting` with its first event. Where the customer has an open one, rejects with `already-open` and its id; the same id by the same customer again gives the row with `again`. */
  startConversation(conversation: NewConversation): Promise<Changed>;
  /**
   * Locks the row, lets `decide` say what follows, saves row and events in the same transaction. `decide` may be called more than once and throws a RelayError to refuse.
   * Where an event with `commandId` is in the log already, `decide` is not asked and the saved event comes back with `again`.
   */
  changeConversation(workspace: string, id: string, commandId: string, decide: (row: ConversationRow) => Change): Promise<Changed>;
  /**
   * The same where the conversation comes to an agent, or is taken from one who is gone: the agent is locked before it, so that nobody
   * gets more than they have slots for, and `decide` is told what they have. Throws `not-found` where nobody ever signed in by that id.
   */
  changeForAgent(
    workspace: string,
    id: string,
    commandId: string,
    agent: string,
    decide: (row: ConversationRow, agent: AgentRow) => Change,
  ): Promise<Changed>;
  /** Moves a side's mark forward; null where nothing moved. */
  markRead(workspace: string, conversation: string, side: Side, upTo: number): Promise<Reads | null>;

  conversation(workspace: string, id: string): Promise<ConversationRow | undefined>;
  /** The customer's conversation in `waiting` or `active`. */
  openConversationOf(workspace: string, customer: string): Promise<ConversationRow | undefined>;
  /** The event of a log that has this id. */
  event(conversation: string, id: string): Promise<LogEvent | undefined>;
  /** Ascending from `after` + 1; at most `limit`. */
  eventsAfter(conversation: string, after: number, limit: number): Promise<LogEvent[]>;
  /** Ascending; the newest `limit` events with a `seq` below `before`. */
  eventsBefore(conversation: string, before: number, limit: number): Promise<LogEvent[]>;
  /** What waits in the queues (at most `limit`, first come first), and whatever is this agent's and not closed. */
  tray(workspace: string, queues: readonly string[], agent: string, limit: number): Promise<ConversationRow[]>;
  /** The ids of what waits in a queue, first come first. */
  waitingIn(workspace: string, queue: string): Promise<string[]>;
  closed(query: ClosedQuery): Promise<{ conversations: ConversationRow[]; next: string | null }>;

  /** What agents wrote down about a customer, in whatever conversation, newest first. */
  notes(query: NotesQuery): Promise<{ notes: NoteEvent[]; next: string | null }>;

  createCustomer(customer: Customer): Promise<Customer>;
  customer(workspace: string, id: string): Promise<Customer | undefined>;
  /** What a customer said about themselves before a chat. Their conversations show the new name. */
  introduceCustomer(workspace: string, id: string, said: { name?: string; email?: string }): Promise<Customer>;
  /**
   * The customer that a site's server vouches for. Where nobody has this external id yet, the anonymous one becomes it; otherwise the known one is
   * returned and the anonymous one's conversations become theirs (an open one only where they have none open).
   */
  identifyCustomer(
    workspace: string,
    anonymous: string | null,
    identity: { externalId: string; name?: string; email?: string; id: string },
  ): Promise<Customer>;
  /** Erases a customer's sealed values, name, email, external id, and what they filled into forms; with a line in the audit trail, unless nothing came since it was done. */
  eraseCustomer(workspace: string, id: string, by: Pick<AuditEntry, 'at' | 'who'>): Promise<void>;

  /** What was saved last, where anything was. */
  settings(workspace: string): Promise<SavedSettings | undefined>;
  /** Saves them with their line in the audit trail. Rejects with {@link StaleSettings}, and the version that is there, where that is not older. */
  saveSettings(settings: SavedSettings, about?: SettingsChange): Promise<void>;

  /** Resolves when the database answers. */
  ready(): Promise<void>;
  /**
   * Whether something may have been saved, since this was asked last, whose answer was lost with the connection: its asker was told
   * `unavailable`, and nobody anything. Rejects with `unavailable` where there is such a doubt and the database is still away.
   */
  takeDoubt(): Promise<boolean>;
  close(): Promise<void>;
}
