import type { ConversationSummary, Reads } from '@deskbell/protocol/conversation.js';
import type { LogEvent } from '@deskbell/protocol/events.js';
import type { Author, Side } from '@deskbell/protocol/people.js';
import type { DeskFace } from '@deskbell/protocol/site.js';
import type { Status } from '@deskbell/protocol/status.js';

/** What one part of the relay tells all others, on every relay. It crosses a bus, so it is plain JSON. */
export type Told =
  | { readonly kind: 'logged'; readonly event: LogEvent }
  | { readonly kind: 'read'; readonly conversation: string; readonly read: Reads }
  /** `from`: the socket it came from, which does not want it back. */
  | {
      readonly kind: 'typing';
      readonly conversation: string;
      readonly by: Author;
      readonly side: Side;
      readonly on: boolean;
      readonly from: string;
    }
  | { readonly kind: 'changed'; readonly summary: ConversationSummary }
  | { readonly kind: 'listening'; readonly on: boolean }
  /** An agent's own status. */
  | { readonly kind: 'status'; readonly status: Status }
  /** The agent signed out: their sockets are closed. */
  | { readonly kind: 'signed-out' }
  /** The settings of a workspace were saved anew: every relay reads them. */
  | { readonly kind: 'settings'; readonly version: number }
  /** What consoles know of the settings is different now. */
  | { readonly kind: 'desk'; readonly desk: DeskFace }
  /** Somebody came to, or left, a queue: places have to be told anew. */
  | { readonly kind: 'moved'; readonly queue: string };

/** Where something is told. */
export const topics = {
  conversation: (id: string) => `conversation.${id}`,
  /** Everything the agents of a workspace need for their trays. */
  desk: (workspace: string) => `desk.${workspace}`,
  /** Every socket of one agent. Agents' ids come from outside, so they are encoded. */
  agent: (workspace: string, id: string) => `agent.${workspace}.${Buffer.from(id).toString('base64url')}`,
  settings: (workspace: string) => `settings.${workspace}`,
  queues: (workspace: string) => `queues.${workspace}`,
} as const;

/** One telling on its way to many sockets; what it looks like on the wire is made once for each side, however many sockets get it. */
export interface Envelope {
  readonly told: Told;
  /** The frame for one side; null where that side gets nothing. */
  frame(side: Side): string | null;
}

export interface Subscriber {
  deliver(envelope: Envelope): void;
}

/**
 * Tells. Nothing is kept: who is not there finds out by the gap in the log. What one relay tells on one topic arrives in the order in which
 * it was told, at every subscriber, also what is told while something is delivered. A subscriber that throws costs the others nothing.
 * Subscribing twice is subscribing once; who unsubscribes hears nothing more. The contract suite in contract.ts runs on every driver.
 */
export interface Hub {
  publish(topic: string, told: Told): void;
  subscribe(topic: string, subscriber: Subscriber): void;
  unsubscribe(topic: string, subscriber: Subscriber): void;
  close(): Promise<void>;
}
