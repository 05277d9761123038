import type { Skills } from './skills.js';

/** How a queue chooses among the agents who could take a conversation. */
export const DISTRIBUTIONS = ['longest-idle', 'least-occupied', 'most-skilled'] as const;
export type Distribution = (typeof DISTRIBUTIONS)[number];

export interface MatchingQueue {
  readonly id: string;
  readonly members: readonly string[] | 'everybody';
  readonly distribution: Distribution;
}

export interface Waiting {
  readonly id: string;
  readonly queue: MatchingQueue;
  /** Higher goes first, over all queues. */
  readonly priority: number;
  readonly since: number;
  readonly skills: Skills;
  /** Until when it is not put again to agents who rejected it or let it expire, by their ids. */
  readonly refusedBy: ReadonlyMap<string, number>;
}

export interface MatchingAgent {
  readonly id: string;
  readonly skills: Skills;
  /** Slots taken and slots there are, on the channel that is matched. */
  readonly load: number;
  readonly capacity: number;
  /** Since when the agent was given nothing new. */
  readonly idleSince: number;
  readonly routable: boolean;
}

/** Why this agent: the rule, from how many it chose, and the values of the chosen one that it went by, before the offer. */
export interface BecauseOffered {
  readonly rule: Distribution;
  readonly among: number;
  readonly idleSince: number;
  readonly load: number;
  readonly capacity: number;
  /** The agent's levels of the skills that were asked for. */
  readonly matchedSkills: Skills;
}

/** Why nobody, the first that holds; `among` counts those whom the step before had left. */
export type BecauseUnmatched =
  | { readonly rule: 'nobody-routable'; readonly among: number }
  | { readonly rule: 'nobody-skilled'; readonly among: number }
  | { readonly rule: 'all-full'; readonly among: number }
  /** `until` is when the first of them may be asked again. */
  | { readonly rule: 'all-refused'; readonly among: number; readonly until: number };

export interface Matches {
  readonly offers: { readonly conversation: string; readonly agent: string; readonly because: BecauseOffered }[];
  readonly unmatched: { readonly conversation: string; readonly because: BecauseUnmatched }[];
}
