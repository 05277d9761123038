import { PHASES, type Phase } from '@deskbell/protocol/conversation.js';
import type { Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { mustRead, standingOf, type Held, type Standing } from './permissions.js';

/** The phases in which each may write a note, and choose the engagement status (P13, G1): what they may read, but for what still waits, which nobody has talked to. */
const NOTED: Record<Standing, readonly Phase[]> = {
  customer: [],
  owner: ['active', 'wrapUp', 'closed'],
  colleague: ['closed'],
  supervisor: PHASES,
  stranger: [],
};

/** Throws `not-found`, `wrong-role` or `wrong-phase` where somebody may not write a note, or choose the engagement status, now. */
export function mustNote(person: Person, held: Held): void {
  const noted = NOTED[standingOf(person, mustRead(person, held))];
  if (noted.length === 0) throw new RelayError('wrong-role', 'that is for agents');
  if (!noted.includes(held.phase)) throw new RelayError('wrong-phase', 'accept the conversation first');
}
