import type { Disposition, ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { LogEventOf } from '@deskbell/protocol/events.js';
import type { Desk } from '@deskbell/protocol/site.js';
import type { Role } from '@deskbell/protocol/people.js';
import type { Connection } from './connection.js';
import type { ConversationView } from './conversation-view.js';

/** Everything an agent's console shows. A new object with every change. */
export interface AgentState {
  readonly connection: Connection;
  readonly person: { readonly id: string; readonly name: string; readonly role: Role } | undefined;
  /** Undefined until the relay answered for the first time. */
  readonly desk: Desk | undefined;
  readonly listening: boolean;
  /** First come, first served. */
  readonly waiting: readonly ConversationSummary[];
  /** The agent's own that are not closed, the newest accepted last. */
  readonly ongoing: readonly ConversationSummary[];
  /** The logs of what is followed: all of `ongoing`, and whatever was opened. By conversation id. */
  readonly views: ReadonlyMap<string, ConversationView>;
  /** Milliseconds that the relay's clock is ahead of the local one; add it to Date.now() for waiting times. */
  readonly clockAhead: number;
}

/** One page of the closed conversations, newest first. */
export interface ClosedPage {
  readonly conversations: readonly ConversationSummary[];
  /** Give it back for the next page; null at the end. */
  readonly next: string | null;
}

/** The agent's side of Deskbell, without any element. What is asked for by promise rejects with the RelayError that the relay answered. */
export interface AgentSession {
  readonly state: AgentState;
  subscribe(listener: (state: AgentState) => void): () => void;
  connect(): void;
  /** "Start Listening", "Stop Listening". */
  listen(on: boolean): void;
  accept(conversation: string): Promise<void>;
  /** Follows a conversation that is not one's own, or a closed one, until `unfollow`. */
  follow(conversation: string): void;
  unfollow(conversation: string): void;
  say(conversation: string, text: string): void;
  /** Sends a failed message again, under its old id. */
  resend(conversation: string, messageId: string): void;
  type(conversation: string): void;
  read(conversation: string): void;
  earlier(conversation: string): void;
  end(conversation: string): Promise<void>;
  dispose(conversation: string, disposition: Disposition, description: string): Promise<void>;
  /** The closed conversations whose customer or text contains `search`; all of them where it is empty. */
  closed(search: string, page?: string): Promise<ClosedPage>;
  /** What a conversation began with: its first event, however long the log is that follows. */
  started(conversation: string): Promise<LogEventOf<'conversation.started'> | undefined>;
  destroy(): void;
}
