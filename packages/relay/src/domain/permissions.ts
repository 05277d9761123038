import type { CommandType } from '@deskbell/protocol/commands.js';
import { PHASES, type Phase } from '@deskbell/protocol/conversation.js';
import { sideOf, type Named, type Person, type Side } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { phaseAfter, type Step } from './lifecycle.js';

/** How somebody stands to one conversation. `owner`: the agent who has it; `colleague`: another agent of the workspace. */
export const STANDINGS = ['customer', 'owner', 'colleague', 'supervisor', 'stranger'] as const;
export type Standing = (typeof STANDINGS)[number];

/** As much of a conversation's row as rights depend on. */
export interface Held {
  readonly workspace: string;
  readonly phase: Phase;
  readonly customer: Named;
  readonly agent: Named | null;
  readonly offer: { readonly agent: Named } | null;
}

/** The phases in which each may read a conversation (P2 to P4). */
export const READABLE: Record<Standing, readonly Phase[]> = {
  customer: PHASES,
  owner: PHASES,
  colleague: ['waiting', 'closed'],
  supervisor: PHASES,
  stranger: [],
};

/** Who may take which step (P5, P6, P10 to P12, FM5); the phases are the lifecycle's. */
export const TAKEN_BY: Record<Step, readonly Standing[]> = {
  pass: ['customer'],
  offer: [],
  reject: ['colleague', 'supervisor'],
  withdraw: [],
  accept: ['colleague', 'supervisor'],
  leave: ['customer'],
  end: ['owner'],
  dispose: ['owner'],
  expire: [],
  requeue: ['owner', 'colleague', 'supervisor'],
  handOver: ['owner'],
  giveBack: [],
  skill: ['owner', 'colleague', 'supervisor'],
  snooze: ['owner'],
  wake: ['owner'],
  react: ['customer', 'owner'],
  sendForm: ['owner'],
  answerForm: ['customer'],
};

/** Which side may give a command at all (P7). */
export const GIVEN_BY: { [T in CommandType]: readonly Side[] } = {
  'session.open': ['customer', 'agent'],
  'session.renew': ['customer', 'agent'],
  ping: ['customer', 'agent'],
  'conversation.start': ['customer'],
  'conversation.follow': ['customer', 'agent'],
  'conversation.unfollow': ['customer', 'agent'],
  'history.fetch': ['customer', 'agent'],
  'message.send': ['customer', 'agent'],
  'message.react': ['customer', 'agent'],
  'message.read': ['customer', 'agent'],
  'typing.report': ['customer', 'agent'],
  'conversation.accept': ['agent'],
  'conversation.end': ['customer', 'agent'],
  'conversation.dispose': ['agent'],
  'person.ask': ['customer'],
  'transcript.fetch': ['agent'],
  'note.add': ['agent'],
  'engagement.set': ['agent'],
  'form.send': ['agent'],
  'form.report': ['customer'],
  'form.answer': ['customer'],
  'survey.send': ['agent'],
  'survey.answer': ['customer'],
  'offer.reject': ['agent'],
  'conversation.transfer': ['agent'],
  'conversation.skill': ['agent'],
  'conversation.snooze': ['agent'],
  'conversation.wake': ['agent'],
  'status.set': ['agent'],
  'session.leave': ['agent'],
  'listening.set': ['agent'],
};

export function standingOf(person: Person, held: Held): Standing {
  if (person.workspace !== held.workspace) return 'stranger';
  if (person.role === 'customer') return held.customer.id === person.id ? 'customer' : 'stranger';
  if (held.agent?.id === person.id) return 'owner';
  return person.role === 'agent' ? 'colleague' : 'supervisor';
}

export const mayRead = (person: Person, held: Held): boolean => READABLE[standingOf(person, held)].includes(held.phase);

/** Whether somebody takes part: types, and leaves marks of what was read. */
export function takesPart(person: Person, held: Held): boolean {
  const standing = standingOf(person, held);
  return standing === 'customer' || standing === 'owner';
}

/** Throws `not-found` for what somebody may not see, whether it is there or not (P1). */
export function mustRead<T extends Held>(person: Person, held: T | undefined): T {
  if (!held || !mayRead(person, held)) throw new RelayError('not-found');
  return held;
}

/** Throws `wrong-role` where the side that somebody is on never gives this command. */
export function mustGive(side: Side, command: CommandType): void {
  if (!GIVEN_BY[command].includes(side)) throw new RelayError('wrong-role', `${command} is not for a ${side}`);
}

/** Throws `taken` for what somebody else has, or is being offered. */
function mustBeFree(person: Person, { agent, offer }: Held): void {
  if (agent) throw new RelayError('taken');
  if (offer && offer.agent.id !== person.id) throw new RelayError('taken', 'it is being offered to another agent');
}

/** The phase after a step that the relay itself takes. Throws `wrong-phase` where things have moved on. */
export const stepOfRelay = (taken: Step, held: Held): Phase => phaseAfter(held.phase, taken);

/** The phase after a step that this person takes. Throws why not: `not-found`, `taken`, `wrong-role` or `wrong-phase`. */
export function step(person: Person, taken: Step, held: Held): Phase {
  const standing = standingOf(person, held);
  if (standing === 'stranger') throw new RelayError('not-found');
  // Who lost the race for a conversation may not read it any more, but is told why it is gone.
  if (taken === 'accept' && standing !== 'owner' && sideOf(person.role) === 'agent') mustBeFree(person, held);
  mustRead(person, held);
  const next = phaseAfter(held.phase, taken);
  if (!TAKEN_BY[taken].includes(standing))
    throw new RelayError('wrong-role', `${taken} is for the ${TAKEN_BY[taken].join(' or ')} of a conversation`);
  return next;
}
