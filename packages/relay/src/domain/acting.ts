import type { Phase } from '@deskbell/protocol/conversation.js';
import type { Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { mustRead, standingOf, type Held } from './permissions.js';

const PHASES: readonly Phase[] = ['active', 'wrapUp'];

/** Throws `not-found`, `wrong-role` or `wrong-phase` where somebody may not perform an action in a conversation now (X1). */
export function mustAct(person: Person, held: Held): void {
  const standing = standingOf(person, mustRead(person, held));
  if (standing === 'owner' && PHASES.includes(held.phase)) return;
  if (standing !== 'owner' && !(standing === 'colleague' && held.phase === 'waiting'))
    throw new RelayError('wrong-role', 'actions are for the agent who has the conversation');
  throw new RelayError('wrong-phase', 'actions are for the conversation and its wrap-up');
}
