import { RINGS_FOR } from '@deskbell/protocol/calls.js';
import { customerLeg, type Call } from './call.js';
import { mustBeFree, mustBeIdle, type CallFacts } from './facts.js';
import { openMedia, type CallActor, type PersonStepOf } from './steps.js';
import type { Turn } from './turn.js';

/** For what it rings at somebody: the call, their being consulted, or that it is put to them. */
export type Rung = 'customer' | 'consult' | 'offer';

export const rungAs = (call: Call, id: string): Rung => {
  if (call.consult?.target === id) return 'consult';
  return call.customer.id === id && customerLeg(call)?.state === 'ringing' ? 'customer' : 'offer';
};

/** Takes what rings. Who became busy since it began to ring cannot (V5, V10). */
export function accept(turn: Turn, facts: CallFacts, { id, name }: CallActor, { media }: PersonStepOf<'accept'>): void {
  const given = openMedia(media);
  const rung = rungAs(turn.call, id);
  if (rung === 'customer') return turn.tell({ type: 'call.answered', media: given });
  if (rung === 'consult') {
    mustBeIdle(facts, id, turn.call.id);
    return turn.tell({ type: 'consult.accepted', media: given });
  }
  const { role } = mustBeFree(facts, id, turn.call.id);
  turn.tell({ type: 'call.accepted', agent: { id, name }, supervisor: role !== 'agent', media: given });
}

/** Will not take it. A call that nobody has then, and that has no queue, ends. */
export function decline(turn: Turn, _facts: CallFacts, { id }: CallActor): void {
  const rung = rungAs(turn.call, id);
  if (rung === 'customer') return turn.end('declined', null);
  if (rung === 'consult') return endConsult(turn, 'declined');
  endOffer(turn, 'declined');
}

/** What was put to somebody is not any more; the call stays with who has it, or goes on to a queue. */
export function endOffer(turn: Turn, why: 'declined' | 'expired' | 'withdrawn'): void {
  const offer = turn.call.waits?.offer;
  if (!offer) return;
  turn.tell({ type: 'call.offer-ended', agent: offer.agent, why });
  turn.goOn(why === 'declined' ? 'declined' : 'unanswered');
}

/**
 * The consult is over without a merge. Where it ended by itself the agent may be in the middle of a word that is not for the customer, who
 * stays on hold till the agent resumes (V11).
 */
export function endConsult(turn: Turn, why: 'ended' | 'declined' | 'unanswered' | 'left' | 'lost'): void {
  const { consult } = turn.call;
  if (!consult) return;
  turn.tell({
    type: 'consult.ended',
    target: turn.leg(consult.target).person,
    why,
    holds: why !== 'ended' && consult.state !== 'swapped',
  });
}

export const ringsUntil = (at: number): number => at + RINGS_FOR;
