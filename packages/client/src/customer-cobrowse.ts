import { ticketSchema, type CobrowseTicket } from '@deskbell/protocol/cobrowse.js';
import { sendAs, type BearerHttp } from './bearer-http.js';
import { bodyOf, refusalIn } from './http.js';

/** What a page is shown by, from the next one too: the relay that has the session, and the ticket to it. */
export interface ShownBy extends CobrowseTicket {
  readonly relay: string;
}

/** As {@link CustomerSession.answerCobrowse}. */
export async function answerCobrowse(http: BearerHttp, session: string, allowed: boolean): Promise<ShownBy | undefined> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ allowed }) };
  // The answer has a ticket: nothing between is to keep it.
  const answer = await sendAs(http, `/v1/cobrowse/${encodeURIComponent(session)}/answer`, { ...init, cache: 'no-store' });
  if (allowed) return { ...(await bodyOf(answer, ticketSchema)), relay: http.relay };
  if (!answer.ok) throw await refusalIn(answer);
  return undefined;
}
