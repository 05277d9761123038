import type { NewCallEvent } from '@deskbell/protocol/call-events.js';
import type { Author } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { accept, decline } from './answering.js';
import { consult, forward, merge, swap, unconsult } from './consulting.js';
import type { Call } from './call.js';
import type { CallFacts } from './facts.js';
import { end, join, leave, offer, transfer, withdraw } from './giving.js';
import { catchUp, drop } from './losing.js';
import { mustMay, type CallStepName } from './may.js';
import type { CallActor, PersonStep, PersonStepOf, RelayStep } from './steps.js';
import { hold, record, rejoin, resume, secure, show } from './talking.js';
import { Turn } from './turn.js';

type Doing<S extends CallStepName> = (turn: Turn, facts: CallFacts, actor: CallActor, step: PersonStepOf<S>) => void;

const DOES: { [S in CallStepName]: Doing<S> } = {
  accept,
  decline,
  hold,
  resume,
  show,
  consult,
  unconsult,
  swap,
  merge,
  forward,
  transfer,
  join,
  leave,
  rejoin,
  end,
  record,
};

/** What came of a step: the events that tell of it, and the call after them. */
export interface Decided {
  readonly call: Call;
  readonly events: readonly NewCallEvent[];
}

const decided = ({ call, events }: Turn): Decided => ({ call, events });

/**
 * What follows when somebody does something to a call. What is up by the clock is done first, so that nobody takes what has expired.
 * Throws a RelayError that says what was wrong and what to do.
 */
export function decideCall(call: Call, actor: CallActor, step: PersonStep, facts: CallFacts, relay: Author): Decided {
  const before = new Turn(call, facts.now, relay);
  catchUp(before);
  mustMay(before.call, actor, step.step);
  const turn = new Turn(before.call, facts.now, actor);
  (DOES[step.step] as Doing<CallStepName>)(turn, facts, actor, step);
  return { call: turn.call, events: [...before.events, ...turn.events] };
}

/** What follows from what the relay does, or finds out. Where nothing does, there is no event. */
export function decideForRelay(call: Call, step: RelayStep, facts: CallFacts, relay: Author): Decided {
  const turn = new Turn(call, facts.now, relay);
  catchUp(turn);
  if (turn.call.state === 'ended') {
    if (step.step === 'offer') throw new RelayError('wrong-phase', 'offer: the call has ended');
    return decided(turn);
  }
  if (step.step === 'offer') offer(turn, facts, step);
  else if (step.step === 'withdraw') withdraw(turn);
  else if (step.step === 'drop') drop(turn, step.person);
  else if (step.step === 'secure') secure(turn, step);
  return decided(turn);
}
