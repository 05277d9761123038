import type { Phase } from '@deskbell/protocol/conversation.js';
import { RelayError } from '@deskbell/protocol/refusals.js';

/** What can be done to a conversation. `leave` is the customer's way out, `end` the agent's. */
export const STEPS = ['accept', 'leave', 'end', 'dispose'] as const;
export type Step = (typeof STEPS)[number];

/** What may happen to a conversation in each phase (rules L1 to L6). What is not here is refused with `wrong-phase`. */
export const LIFECYCLE: Record<Phase, Partial<Record<Step, Phase>>> = {
  waiting: { accept: 'active', leave: 'closed' },
  active: { leave: 'wrapUp', end: 'wrapUp' },
  wrapUp: { dispose: 'closed' },
  closed: {},
};

/** The phase after a step. Throws `wrong-phase` where the step is not possible. */
export function phaseAfter(phase: Phase, step: Step): Phase {
  const next = LIFECYCLE[phase][step];
  if (next === undefined) throw new RelayError('wrong-phase', `${step} is not possible in a conversation that is ${phase}`);
  return next;
}
