import type { CustomerSession } from '@deskbell/client/customer.js';
import type { AsideEvent } from '@deskbell/parts/rows/row.js';
import { html, nothing } from 'lit';
import { want } from '../window/on-demand.js';

/**
 * What stands between the messages: a form that is to be filled in, a survey; they look for themselves at what came of them. The same
 * function as long as the session is the same.
 */
export const asideOf = (session: CustomerSession | undefined) => (event: AsideEvent) => {
  switch (event.type) {
    case 'form.sent':
      want('deskbell-form-fill');
      return html`<deskbell-form-fill .event=${event} .session=${session}></deskbell-form-fill>`;
    case 'survey.sent':
      want('deskbell-survey');
      return html`<deskbell-survey .event=${event} .session=${session}></deskbell-survey>`;
    case 'cobrowse.asked':
      want('deskbell-cobrowse-ask');
      return html`<deskbell-cobrowse-ask .event=${event} .session=${session}></deskbell-cobrowse-ask>`;
    case 'action.performed':
      return nothing;
  }
};
