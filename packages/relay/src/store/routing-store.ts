import type { ConversationSummary, Skills } from '@deskbell/protocol/conversation.js';
import type { Author, Named } from '@deskbell/protocol/people.js';
import type { LogEvent } from '@deskbell/protocol/events.js';
import type { AgentRow } from './agents-store.js';
import type { ConversationRow } from './store.js';

/** What may be due of a conversation. */
export const CONVERSATION_TIMERS = ['offer', 'wait', 'snooze', 'wrap-up', 'summary', 'bot'] as const;
export type ConversationTimer = (typeof CONVERSATION_TIMERS)[number];
/** What may be due: something of a conversation, a file that is to be cleared away unless it was sent, or a co-browse session. */
export type TimerKind = ConversationTimer | 'file' | 'cobrowse';

/** Something that is due. It says nothing but that it is worth looking now: the state may have moved on. */
export interface Timer {
  readonly workspace: string;
  readonly kind: TimerKind;
  /** The conversation's id, the file's, or the session's. */
  readonly subject: string;
  readonly due: number;
  /** The end of its lease, by which it is known again: one that was set anew, or taken by another relay, has another. */
  readonly lease: number;
}

/** A conversation that waits and is nobody's yet. */
export interface WaitingRow {
  readonly id: string;
  readonly queue: string;
  readonly priority: number;
  readonly since: number;
  readonly skills: Skills;
  readonly refused: Readonly<Record<string, number>>;
}

/** What decides who may have it. */
export type Asked = Pick<WaitingRow, 'queue' | 'skills' | 'refused'>;

/** One conversation for one agent. */
export interface Assignment {
  readonly conversation: string;
  /** What it asked for when it was matched. */
  readonly asked: Asked;
  readonly agent: Named;
  /** Slots that the agent has. */
  readonly slots: number;
  /** Till when it may be accepted; null: it is accepted at once. */
  readonly until: number | null;
  /** The id of the event that tells of it. */
  readonly event: string;
  /** Whether its agent finds a summary; not where left out, nor where it is only offered. */
  readonly summarised?: boolean;
}

/** How conversations are given out. */
export interface AssignOptions {
  /** Whether an agent as they are by then may have anything; whoever has neither signed out nor let something pass where it is left out. */
  readonly mayHave?: (agent: AgentRow) => boolean;
  /** Whether what somebody else holds at that moment is waited for; otherwise it is left out, so that the rest is given at once. */
  readonly waits?: boolean;
}

/** What became of an assignment that took place. */
export interface Assigned {
  readonly row: ConversationRow;
  readonly event: LogEvent;
}

/** The part of the store that gives conversations out, and knows what is due. */
export interface RoutingStore {
  /** What waits in these queues and is offered to nobody, the first at its turn first; at most `limit`. */
  unassigned(workspace: string, queues: readonly string[], limit: number): Promise<WaitingRow[]>;
  /**
   * Gives conversations to agents, all in one transaction that locks both. Whatever is not as it was when it was matched (it does not wait
   * any more, somebody else has it, it asks for something else, no slot is free, or `mayHave` says no to the agent as they are now) is left out.
   */
  assign(workspace: string, assignments: readonly Assignment[], by: Author, at: number, options?: AssignOptions): Promise<Assigned[]>;
  /**
   * Takes what is due, the longest due first; at most `limit`. It is this relay's alone till `lease`, and whichever relay's then, unless
   * it was ended.
   */
  takeDue(now: number, lease: number, limit: number): Promise<Timer[]>;
  /** It was dealt with. One that was set anew meanwhile stays. */
  endTimer(timer: Timer): Promise<void>;
  /** When the next thing is due, ms. */
  nextDue(): Promise<number | null>;
  /** The conversations of agents who were last seen before `seenBefore`, and have not signed out; at most `limit`. */
  abandoned(workspace: string, seenBefore: number, limit: number): Promise<{ id: string; agent: string }[]>;
  /** The conversations in which a customer has been waiting for an answer since before `since`, and their agents. */
  unanswered(workspace: string, since: number): Promise<{ id: string; agent: string }[]>;
  /** How long those waited whom agents of a queue accepted lately, newest first: when and how long, ms. */
  waits(workspace: string, queue: string, limit: number): Promise<{ at: number; waited: number }[]>;
  /** How many wait in each queue. */
  counts(workspace: string): Promise<Readonly<Record<string, number>>>;
  /** The open ones of an agent: offered, active, in wrap-up. */
  heldBy(workspace: string, agent: string): Promise<Pick<ConversationSummary, 'id' | 'phase'>[]>;
}
