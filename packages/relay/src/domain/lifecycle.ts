import type { Phase } from '@deskbell/protocol/conversation.js';
import { RelayError } from '@deskbell/protocol/refusals.js';

/**
 * What can be done to a conversation. `pass` is the AI agent's hand-over to people, which the customer may ask for. `leave` is the customer's way out, `end` the agent's. `requeue` gives it to a queue, `handOver` to an
 * agent; `giveBack` puts it back where its agent is gone. `expire` ends a wrap-up whose time is up. `react` is an emoji under a message.
 * `sendForm` has the customer fill in a form.
 */
export const STEPS = [
  'pass',
  'offer',
  'reject',
  'withdraw',
  'accept',
  'leave',
  'end',
  'dispose',
  'expire',
  'requeue',
  'handOver',
  'giveBack',
  'skill',
  'snooze',
  'wake',
  'react',
  'sendForm',
  'answerForm',
] as const;
export type Step = (typeof STEPS)[number];

/** What may happen to a conversation in each phase (rules L1 to L14). What is not here is refused with `wrong-phase`. */
export const LIFECYCLE: Record<Phase, Partial<Record<Step, Phase>>> = {
  bot: { pass: 'waiting', leave: 'closed', react: 'bot' },
  waiting: {
    offer: 'waiting',
    reject: 'waiting',
    withdraw: 'waiting',
    accept: 'active',
    leave: 'closed',
    requeue: 'waiting',
    skill: 'waiting',
    react: 'waiting',
    answerForm: 'waiting',
  },
  active: {
    leave: 'wrapUp',
    end: 'wrapUp',
    requeue: 'waiting',
    handOver: 'active',
    giveBack: 'waiting',
    skill: 'active',
    snooze: 'active',
    wake: 'active',
    react: 'active',
    sendForm: 'active',
    answerForm: 'active',
  },
  wrapUp: { dispose: 'closed', expire: 'closed' },
  closed: {},
};

/** The phase after a step. Throws `wrong-phase` where the step is not possible. */
export function phaseAfter(phase: Phase, step: Step): Phase {
  const next = LIFECYCLE[phase][step];
  if (next === undefined) throw new RelayError('wrong-phase', `${step} is not possible in a conversation that is ${phase}`);
  return next;
}
