import type { FieldValues } from '@deskbell/protocol/fields.js';
import type { SavedForm, SavedForms } from '@deskbell/protocol/forms.js';
import type { AiTask } from '@deskbell/protocol/ai.js';
import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { Mark } from '@deskbell/protocol/marks.js';
import type { ConversationSummary, Disposition, Engagement, Skills } from '@deskbell/protocol/conversation.js';
import type { CommandOf } from '@deskbell/protocol/commands.js';
import type { Destinations } from '@deskbell/protocol/destinations.js';
import type { AnswerEvent, LogEventOf } from '@deskbell/protocol/events.js';
import type { NotesPage } from '@deskbell/protocol/notes.js';
import type { ResponseLibrary } from '@deskbell/protocol/responses.js';
import type { Desk } from '@deskbell/protocol/site.js';
import type { Role } from '@deskbell/protocol/people.js';
import type { Status } from '@deskbell/protocol/status.js';
import type { Connection } from './connection.js';
import type { ConversationView } from './conversation-view.js';
import type { Files } from './files.js';
import type { Filling } from './fillings.js';
import type { Cobrowses } from './lazy-cobrowse.js';

/** Everything an agent's console shows. A new object with every change. */
export interface AgentState {
  readonly connection: Connection;
  readonly person: { readonly id: string; readonly name: string; readonly role: Role } | undefined;
  /** Undefined until the relay answered for the first time. */
  readonly desk: Desk | undefined;
  readonly listening: boolean;
  /** The agent's own status; undefined until the relay answered for the first time. */
  readonly status: Status | undefined;
  /** What is offered to the agent, to be accepted in time; the first to expire first. */
  readonly offers: readonly ConversationSummary[];
  /** What waits in the queues that the agent serves: by priority, then first come, first served. */
  readonly waiting: readonly ConversationSummary[];
  /** The agent's own that are not closed, the newest accepted last. */
  readonly ongoing: readonly ConversationSummary[];
  /** What was the agent's own lately and is no more, as it was when it left: closed, in a queue again, or with somebody else. By id. */
  readonly left: ReadonlyMap<string, ConversationSummary>;
  /** The logs of what is followed: all of `ongoing`, and whatever was opened. By conversation id. */
  readonly views: ReadonlyMap<string, ConversationView>;
  /** How far customers are with forms that they are filling in now, by the id of what was sent. */
  readonly filling: ReadonlyMap<string, Filling>;
  /** Milliseconds that the relay's clock is ahead of the local one; add it to Date.now() for waiting times. */
  readonly clockAhead: number;
}

/** A queue, or an agent. */
export type TransferTarget = CommandOf<'conversation.transfer'>['to'];

/** An action, with what was typed into its form. */
export interface AskedAction {
  /** A new UUID; the same again asks for the same, and calls nothing anew. */
  readonly id: string;
  readonly action: string;
  readonly values: FieldValues;
  /** Cancels it. */
  readonly signal?: AbortSignal;
}

/** Masked values that somebody wants to see. */
export interface AskedReveal {
  readonly conversation: string;
  /** The id of the `form.sent`. */
  readonly form: string;
  /** The fields' names, one or more. */
  readonly fields: readonly string[];
  /** Why, for the audit trail; needed where `state.desk.reveal.reason` says so. */
  readonly reason?: string | undefined;
  /** Forgets the answer. What was asked for is in the audit trail all the same. */
  readonly signal?: AbortSignal;
}

/** Something that the relay does not take in a form: `fields[0].pattern`, or empty for the whole, and why, in English. */
export interface FormFault {
  readonly path: string;
  readonly reason: string;
}

/** What came of saving a form: the version of the settings from now on, or what is wrong with it. */
export type SaveOutcome = { readonly version: number } | { readonly faults: readonly FormFault[] };

/** One page of the closed conversations, newest first. */
export interface ClosedPage {
  readonly conversations: readonly ConversationSummary[];
  /** Give it back for the next page; null at the end. */
  readonly next: string | null;
}

/** The agent's side of Deskbell, without any element. What is asked for by promise rejects with the RelayError that the relay answered. */
export interface AgentSession {
  readonly state: AgentState;
  /** What the agent attaches: the place of a file is its conversation's id. */
  readonly files: Files;
  /** Customers' pages that the agent is shown. */
  readonly cobrowse: Cobrowses;
  subscribe(listener: (state: AgentState) => void): () => void;
  connect(): void;
  /** "Start Listening", "Stop Listening". */
  listen(on: boolean): void;
  accept(conversation: string): Promise<void>;
  /** Will not have what is offered: it goes on to the next agent. */
  reject(conversation: string): Promise<void>;
  /** Gives a conversation to a queue or an agent; with `skills` others are asked for from then on. */
  transfer(conversation: string, to: TransferTarget, skills?: Skills): Promise<void>;
  /** Asks for other skills. */
  skill(conversation: string, skills: Skills): Promise<void>;
  /** Puts a conversation out of the way till then, ms by the relay's clock. */
  snooze(conversation: string, until: number): Promise<void>;
  /** "Unsnooze". */
  wake(conversation: string): Promise<void>;
  setStatus(status: string): void;
  /** Signs out, in every browser of the agent. Rejects with `still-busy` while conversations are theirs; the session has ended when it resolves. */
  leave(): Promise<void>;
  /** What a conversation may be given to: those whose names contain `search`. */
  destinations(search: string, conversation?: string): Promise<Destinations>;
  /** Follows a conversation that is not one's own, or a closed one, until `unfollow`. */
  follow(conversation: string): void;
  unfollow(conversation: string): void;
  /**
   * Writes a message, and with it goes what is `ready` of the files at the place of its conversation.
   * @param marks - What is bold, in italics or a link; they count in the text as `cleanText` leaves it.
   * @param attachments - In their place; none where it is empty.
   */
  say(conversation: string, text: string, marks?: readonly Mark[], attachments?: readonly Attachment[]): void;
  /** Puts an emoji under the message with that `seq`, in place of one's own there, or takes it back. Shown at once; lost with the connection. */
  react(conversation: string, message: number, emoji: string | null): void;
  /** Sends a failed message again, under its old id. */
  resend(conversation: string, messageId: string): void;
  type(conversation: string): void;
  read(conversation: string): void;
  earlier(conversation: string): void;
  end(conversation: string): Promise<void>;
  /** @param disposition - A code of the queue's; undefined where none is required and none was chosen. */
  dispose(conversation: string, disposition: Disposition | undefined, description: string): Promise<void>;
  /** The closed conversations whose customer or text contains `search`; all of them where it is empty. */
  closed(search: string, page?: string): Promise<ClosedPage>;
  /** The closed conversations of one customer. */
  closedOf(customer: string, page?: string): Promise<ClosedPage>;
  /** Writes down something about the customer, for agents only. */
  addNote(conversation: string, text: string): Promise<void>;
  /** Says how far the agent is with it; `completed` ends the chat, and rejects with `not-noted` where no note was saved. */
  engage(conversation: string, engagement: Engagement): Promise<void>;
  /**
   * Has the relay perform an action. Resolves with the answer, as the log has it; null where it is under way elsewhere and comes with the log.
   * Rejects with `fields` where a value is not taken.
   */
  act(conversation: string, asked: AskedAction): Promise<AnswerEvent | null>;
  /** Has the customer asked how it was when the conversation ends, or with `on` false no longer. */
  sendSurvey(conversation: string, on: boolean): Promise<void>;
  /** Puts an answer out as a message to the customer, once. */
  share(answer: AnswerEvent): Promise<void>;
  /** Has the customer fill in a form of the workspace, by its id in `state.desk.forms`. */
  sendForm(conversation: string, form: string): Promise<void>;
  /**
   * Reveals masked values of an answered form, by the field's name; every call is written to the audit trail. Rejects with `wrong-role`,
   * `reason-needed`, `tampered` or `erased`. Keep what it gives no longer than it is shown.
   */
  reveal(asked: AskedReveal): Promise<FieldValues>;
  /** Every form of the workspace, for admins. */
  forms(): Promise<SavedForms>;
  /** Saves a form, a new one or in place of the one with its id. Rejects with `stale` where the settings are no longer of that version. */
  saveForm(version: number, form: SavedForm): Promise<SaveOutcome>;
  /** Deletes a form; what was sent of it stays. Rejects with `stale` as `saveForm` does. */
  deleteForm(version: number, form: string): Promise<void>;
  /** What agents wrote down about a customer in any conversation, newest first. */
  notes(customer: string, page?: string): Promise<NotesPage>;
  /** What a conversation began with: its first event, however long the log is that follows. */
  started(conversation: string): Promise<LogEventOf<'conversation.started'> | undefined>;
  /** What an AI agent handed a conversation over with, however long the log is that follows; undefined where none did. */
  handOver(conversation: string): Promise<LogEventOf<'bot.handed-over'> | undefined>;
  /** The standard responses: fetched when they are asked for first, and again when `state.desk.responses` changed since. */
  responses(): Promise<ResponseLibrary>;
  /**
   * Has a model write, where `state.desk.ai` says that it can: pieces of plain text as they come, sent to nobody. Ends at once, at both ends, when
   * `signal` is aborted or the loop is left.
   */
  write(task: AiTask, signal: AbortSignal): AsyncGenerator<string, void, void>;
  /** Fetches again what the customer had said to an AI agent elsewhere, where it is missing. The log tells what came of it. */
  fetchTranscript(conversation: string): void;
  destroy(): void;
}
