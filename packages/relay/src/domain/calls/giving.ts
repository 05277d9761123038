import { MOST_SUPERVISORS } from '@deskbell/protocol/calls.js';
import type { Named } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { endConsult, endOffer } from './answering.js';
import { deskLegs, isOn, longestOf, type Call } from './call.js';
import { mustBeFree, mustBeRoutable, type CallFacts } from './facts.js';
import { openMedia, type CallActor, type PersonStepOf } from './steps.js';
import type { Turn } from './turn.js';

/** Gives the call to a queue or an agent, blind: who gives it is off at once, and who accepts it has it. */
export function transfer(turn: Turn, facts: CallFacts, { id }: CallActor, { to }: PersonStepOf<'transfer'>): void {
  const { call, at } = turn;
  if (call.waits) throw new RelayError('wrong-phase', 'transfer: the call is being given to somebody already; wait for their answer');
  if ('queue' in to) {
    const queue = facts.queue(to.queue);
    if (!queue) throw new RelayError('not-there', 'to: there is no such queue that is open and has somebody signed in; choose another one');
    turn.tell({ type: 'call.given', queue, offer: null, warm: false });
  } else {
    if (call.legs.some(({ person }) => person.id === to.agent))
      throw new RelayError('not-found', 'to: they are on this call already; forward it to them');
    const { name } = mustBeRoutable(facts, to.agent, call.id);
    turn.tell({
      type: 'call.given',
      queue: null,
      offer: { agent: { id: to.agent, name }, until: at + facts.offerFor },
      warm: false,
    });
  }
  turn.takeOff(turn.leg(id), 'given');
}

/** A supervisor, from the monitor: a conference from now on, whatever becomes of it. */
export function join(turn: Turn, facts: CallFacts, { id, name }: CallActor, { media }: PersonStepOf<'join'>): void {
  mustBeFree(facts, id, turn.call.id);
  // Whoever is asked to take it has a place kept.
  if (deskLegs(turn.call).length + (turn.call.waits ? 1 : 0) > MOST_SUPERVISORS)
    throw new RelayError(
      'no-slot',
      `join: ${String(MOST_SUPERVISORS)} people are on the call beside its agent, and more cannot be; wait until one has left`,
    );
  turn.tell({ type: 'call.joined', person: { id, name }, media: openMedia(media) });
}

const isAlone = (call: Call, id: string): boolean => !deskLegs(call).some((leg) => leg.person.id !== id && isOn(leg));

/** Somebody goes. Without the customer the call is over; without its agent somebody else has it. */
export function leave(turn: Turn, _facts: CallFacts, { id, role }: CallActor): void {
  const { call } = turn;
  if (role === 'customer') return turn.end('customer', call.answeredAt === null ? null : longestOf(call));
  if (call.consult?.target === id) return endConsult(turn, 'left');
  if (call.consult)
    throw new RelayError('wrong-phase', 'leave: a consult goes on; forward the call to leave it to them, or end the consult first');
  if (call.owner === id && isAlone(call, id))
    throw new RelayError('wrong-phase', 'leave: the customer would be alone; end the call, or transfer it');
  turn.takeOff(turn.leg(id), 'left');
}

/** Ends it for everybody; who ends it does the wrap-up, where there was anything to wrap up. */
export function end(turn: Turn, _facts: CallFacts, { id, name }: CallActor): void {
  turn.end('agent', turn.call.answeredAt === null ? null : { id, name });
}

/** Puts what waits to an agent. */
export function offer(turn: Turn, facts: CallFacts, { agent }: { readonly agent: Named }): void {
  const { call, at } = turn;
  if (!call.waits || call.waits.offer) throw new RelayError('wrong-phase', 'offer: the call does not wait, or is put to somebody already');
  mustBeRoutable(facts, agent.id, call.id);
  if (call.legs.some(({ person }) => person.id === agent.id))
    throw new RelayError('taken', 'offer: they are on this call already; put it to somebody else');
  turn.tell({ type: 'call.offered', offer: { agent, until: at + facts.offerFor } });
}

export const withdraw = (turn: Turn): void => endOffer(turn, 'withdrawn');
