import { RelayError } from '@deskbell/protocol/refusals.js';
import { endConsult, ringsUntil } from './answering.js';
import type { Consult } from './call.js';
import { mustBeIdle, type CallFacts } from './facts.js';
import type { CallActor, PersonStepOf } from './steps.js';
import type { Turn } from './turn.js';

/** Asks somebody who has nothing to do; the customer is on hold from now on. */
export function consult(turn: Turn, facts: CallFacts, { id }: CallActor, step: PersonStepOf<'consult'>): void {
  if (step.agent === id) throw new RelayError('not-found', 'agent: that is you; consult somebody else');
  if (turn.call.waits) throw new RelayError('wrong-phase', 'consult: the call is being given to somebody; wait for their answer');
  const { name, role } = mustBeIdle(facts, step.agent, turn.call.id);
  const target = { id: step.agent, name };
  turn.tell({ type: 'consult.asked', target, supervisor: role !== 'agent', until: ringsUntil(turn.at) });
}

export const unconsult = (turn: Turn): void => endConsult(turn, 'ended');

/** The consult, of which somebody says what they want to do with it. Throws `wrong-phase` where it was not accepted, or its other is away. */
function mustTalk(turn: Turn, step: string): Consult {
  const found = turn.call.consult;
  if (!found) throw new Error(`${step} without a consult`);
  const { person, state } = turn.leg(found.target);
  if (found.state === 'ringing')
    throw new RelayError('wrong-phase', `${step}: ${person.name} has not accepted the consult; wait, or end it`);
  if (state !== 'on')
    throw new RelayError('wrong-phase', `${step}: the connection of ${person.name} was lost; wait until they are back, or end the consult`);
  return found;
}

export function swap(turn: Turn): void {
  const { state } = mustTalk(turn, 'swap');
  turn.tell({ type: 'consult.swapped', to: state === 'private' ? 'customer' : 'consulted' });
}

/** Everybody talks to everybody. The second of two merges finds no consult any more (V9). */
export function merge(turn: Turn): void {
  const { target } = mustTalk(turn, 'merge');
  turn.tell({ type: 'consult.merged', target: turn.leg(target).person });
}

/**
 * The warm transfer: out of a consult who was consulted is asked to take the call, and the agent is off it at once; in a conference the other is
 * on it already, and has it.
 */
export function forward(turn: Turn, facts: CallFacts, { id }: CallActor, step: PersonStepOf<'forward'>): void {
  const { call, at } = turn;
  if (!call.consult) return handOn(turn, id, step.agent);
  const { target } = mustTalk(turn, 'forward');
  if (step.agent !== undefined && step.agent !== target)
    throw new RelayError('not-found', 'agent: a consult is forwarded to the one who is consulted; leave it out');
  const agent = turn.leg(target).person;
  const giver = turn.leg(id);
  turn.tell({ type: 'consult.ended', target: agent, why: 'ended', holds: false });
  turn.tell({ type: 'call.given', queue: null, offer: { agent, until: at + facts.offerFor }, warm: true });
  turn.takeOff(giver, 'given');
}

function handOn(turn: Turn, id: string, wanted: string | undefined): void {
  const others = turn.call.legs.filter(({ person, role, state }) => role !== 'customer' && person.id !== id && state === 'on');
  const to = wanted === undefined ? others[0] : others.find(({ person }) => person.id === wanted);
  if (!to) throw new RelayError('not-found', 'agent: nobody of that id is on the call now; choose somebody who is, or transfer it');
  if (wanted === undefined && others.length > 1)
    throw new RelayError('malformed', 'agent: several others are on the call; say who is to have it');
  const giver = turn.leg(id);
  turn.tell({ type: 'call.passed', agent: to.person, holds: false });
  turn.takeOff({ ...giver, role: turn.leg(id).role }, 'given');
}
