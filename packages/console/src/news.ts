import { msg } from '@lit/localize';
import type { Desk } from '@deskbell/protocol/site.js';
import type { Changes } from './changes.js';
import { customerName } from './words/names.js';

/** Something about a conversation that an agent is to know, and that stands there until they put it away. */
export interface Notice {
  readonly conversation: string;
  readonly name: string;
  readonly text: string;
}

/** What happened because an agent did not do anything in time. `answered`: the offers that they took or rejected. */
export function newsOf({ missed, closed }: Changes, desk: Desk | undefined, answered: ReadonlySet<string>): Notice[] {
  const late = closed.filter(({ disposition }) => disposition !== null && disposition === desk?.systemDisposition.id);
  const noticesOf = (rows: Changes['closed'], text: string): Notice[] =>
    rows.map(({ id, customer }) => ({ conversation: id, name: customerName(customer.name), text }));
  return [
    ...noticesOf(
      missed.filter(({ id }) => !answered.has(id)),
      msg('Not accepted in time. You were set to Away (Idle), and the conversation goes to the next agent.'),
    ),
    ...noticesOf(late, msg('The time for wrap-up expired. The conversation was closed without a disposition of yours.')),
  ];
}
