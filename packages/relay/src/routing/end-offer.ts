import type { Author } from '@deskbell/protocol/people.js';
import type { Change, ConversationRow } from '../store/store.js';

/** How long what an agent would not have is not put to them again, ms. */
const REFUSAL = 5 * 60_000;

/** Takes an offer back. The conversation keeps its place. */
export function endOffer(
  row: ConversationRow,
  told: { readonly id: string; readonly at: number; readonly by: Author },
  why: 'rejected' | 'expired' | 'withdrawn',
): Change {
  if (!row.offer) throw new Error(`conversation ${row.id} is offered to nobody`);
  const { agent } = row.offer;
  const refused = why === 'withdrawn' ? row.refused : { ...row.refused, [agent.id]: told.at + REFUSAL };
  return { row: { offer: null, refused }, events: [{ type: 'offer.ended', ...told, agent, why }], timers: { offer: null } };
}
