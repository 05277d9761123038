import type { Named } from '@deskbell/protocol/people.js';

/** An agent, as the database has them. Moments are in ms. */
export interface AgentRow extends Named {
  readonly workspace: string;
  /** The id of the status that they chose. */
  readonly status: string;
  /** Whether they let an offer, or a reply, pass. */
  readonly idle: boolean;
  /** When login prep is over; null where there is none. */
  readonly prepUntil: number | null;
  /** Since when they have got nothing new. */
  readonly idleSince: number;
  /** Till when they count as there; null for signed out. */
  readonly seenUntil: number | null;
  /** Slots that are taken: what is offered to them, what is active and not snoozed, and what is in a timed wrap-up. */
  readonly load: number;
  /** Conversations that are theirs and not closed. */
  readonly ongoing: number;
}

/** What of an agent's row a decision may change. */
export type AgentChange = Partial<Pick<AgentRow, 'status' | 'idle' | 'prepUntil' | 'idleSince' | 'seenUntil' | 'name'>>;

/** The agents' part of the store. */
export interface AgentsStore {
  agent(workspace: string, id: string): Promise<AgentRow | undefined>;
  /** All who are signed in, or ever were, by id; of the given ones, where they are. */
  agents(workspace: string, ids?: readonly string[]): Promise<AgentRow[]>;
  /** Those who are signed in, let nothing pass, and have fewer than `below` slots taken, by id. */
  readyAgents(workspace: string, below: number): Promise<AgentRow[]>;
  /** Locks the row, made where there is none, lets `decide` say what changes (null: nothing), and returns it as it is then. `decide` may throw to refuse. */
  changeAgent(agent: Named & { readonly workspace: string }, decide: (row: AgentRow) => AgentChange | null): Promise<AgentRow>;
  /** These agents are there till then, unless they have signed out. */
  seeAgents(agents: readonly { readonly workspace: string; readonly id: string }[], until: number): Promise<void>;
}
