import type { RevealRight } from '@deskbell/protocol/forms.js';
import { sideOf, type Person } from '@deskbell/protocol/people.js';
import { mayRead, standingOf, type Held } from './permissions.js';

/** Whether somebody may have masked values of a conversation revealed (VT5). */
export function mayReveal(person: Person, held: Held, by: RevealRight['by']): boolean {
  if (sideOf(person.role) !== 'agent' || !mayRead(person, held)) return false;
  if (by === 'everyone') return standingOf(person, held) !== 'colleague';
  if (by === 'supervisors') return person.role !== 'agent';
  return by.includes(person.id);
}
