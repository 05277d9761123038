import type { Author } from '@deskbell/protocol/people.js';
import type { Ticket } from '../auth/cobrowse-secrets.js';
import type { CobrowseCaller, CobrowseHeld } from '../domain/cobrowse.js';
import type { ConversationRow } from '../store/store.js';

/** Who asks for something of a session: somebody with a token, or whoever has its ticket. */
export type Caller = CobrowseCaller & { readonly ticket?: Ticket };

export const workspaceOf = (caller: Caller): string => ('person' in caller ? caller.person.workspace : caller.ticket.workspace);

/** The customer of a session as the trail has them: the chat's, or whoever typed the code, who has no id but the session's. */
export const showerOf = ({ id, by }: Pick<CobrowseHeld, 'id' | 'by'>, customer: string | undefined): Author => ({
  id: (by === 'chat' ? customer : undefined) ?? id,
  name: '',
  role: 'customer',
});

/** Whoever does something to a session, as the log of its chat has them. */
export function authorIn(caller: Caller, row: ConversationRow): Author {
  if (!('person' in caller) || caller.person.role === 'customer') return { ...row.customer, role: 'customer' };
  const { id, name, role } = caller.person;
  return { id, name, role };
}

/** The same as the trail has them. */
export function whoIn(caller: Caller, session: CobrowseHeld, row: ConversationRow | undefined): Author {
  if (!('person' in caller) || caller.person.role === 'customer') return showerOf(session, row?.customer.id);
  const { id, name, role } = caller.person;
  return { id, name, role };
}

/** Which session a line of the trail is about, and which chat. */
export const aboutIn = ({ id, conversation }: Pick<CobrowseHeld, 'id' | 'conversation'>) => ({
  session: id,
  ...(conversation !== null && { conversation }),
});
