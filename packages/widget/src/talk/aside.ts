import type { CustomerSession } from '@deskbell/client/customer.js';
import type { AsideEvent } from '@deskbell/parts/rows/row.js';
import { html, nothing } from 'lit';
import { want } from '../window/on-demand.js';

/** What stands between the messages: a form that is to be filled in. The same function as long as the session is the same. */
export const asideOf = (session: CustomerSession | undefined) => (event: AsideEvent) => {
  if (event.type !== 'form.sent') return nothing;
  want('deskbell-form-card');
  return html`<deskbell-form-card .event=${event} .session=${session}></deskbell-form-card>`;
};
