import type { Named, Role } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';

/** An agent, supervisor or admin, as calls have to know them, of the transaction in which they are asked. */
export interface AgentFacts extends Named {
  readonly role: Role;
  /** Whether calls may be put to them: chose a status tagged available, and nothing of the system's lies over it, by voice. */
  readonly available: boolean;
  /** How many slots they have taken, of all channels, without what this call itself takes. */
  readonly load: number;
  /** Whether a voice slot is free, this call's own left aside. */
  readonly hasSlot: boolean;
  /** The id of the call that they are on, or that is put to them. */
  readonly call: string | null;
}

/** What a decision about a call is made on besides the call. */
export interface CallFacts {
  readonly now: number;
  /** Somebody on the agents' side; undefined for one who is not there at all. */
  agent(id: string): AgentFacts | undefined;
  /** A queue that takes calls now; undefined where there is none, or it is closed, or nobody of it is signed in. */
  queue(id: string): Named | undefined;
  /** How long an offer of a queue is good, ms. */
  readonly offerFor: number;
  /** Whether calls may be recorded in this workspace. */
  readonly mayRecord: boolean;
}

/** Throws `not-found`, or `already-open` where they are on another call: everybody has one at a time (V5). */
export function mustBeFree(facts: Pick<CallFacts, 'agent'>, id: string, call: string): AgentFacts {
  const agent = facts.agent(id);
  if (!agent) throw new RelayError('not-found', 'agent: there is no such agent');
  if (agent.call !== null && agent.call !== call)
    throw new RelayError('already-open', `${agent.name} is on another call; wait until it is over, or choose somebody else`);
  return agent;
}

/** Throws why a call cannot be put to an agent: `not-found`, `already-open`, `not-there` or `no-slot`. */
export function mustBeRoutable(facts: Pick<CallFacts, 'agent'>, id: string, call: string): AgentFacts {
  const agent = mustBeFree(facts, id, call);
  if (!agent.available) throw new RelayError('not-there', `${agent.name} is not available for calls; choose somebody else, or a queue`);
  if (!agent.hasSlot) throw new RelayError('no-slot', `${agent.name} has no free slot for calls; choose somebody else, or a queue`);
  return agent;
}

/** Throws why somebody cannot be consulted: as above, or `still-busy` where they have anything at all to do (V10). */
export function mustBeIdle(facts: Pick<CallFacts, 'agent'>, id: string, call: string): AgentFacts {
  const agent = mustBeRoutable(facts, id, call);
  if (agent.load > 0)
    throw new RelayError('still-busy', `${agent.name} has other conversations; consult somebody who has none, or transfer the call`);
  return agent;
}
