import { msg } from '@lit/localize';
import type { CustomerSession, CustomerState } from '@deskbell/client/customer.js';
import '@deskbell/parts/banner/banner.js';
import { html, nothing } from 'lit';
import { troubles } from './troubles.js';

const reload = () => {
  location.reload();
};

/** What is wrong now, each in a banner, with the one thing that can be done about it. */
export function notes(customer: CustomerState, session: CustomerSession | undefined) {
  const retry = () => session?.connect();
  return troubles(customer).map(
    ({ kind, text, action }) =>
      html`<deskbell-banner .kind=${kind}
        >${text}${
          action
            ? html`<button slot="action" @click=${action === 'reload' ? reload : retry}>
                ${action === 'reload' ? msg('Reload') : msg('Try again')}
              </button>`
            : nothing
        }</deskbell-banner
      >`,
  );
}

/** What stands in the window until the relay has told of the site. */
export function waiting(customer: CustomerState | undefined) {
  const phase = customer?.connection.phase;
  const text = phase === 'lost' ? msg('The chat is here as soon as the connection is.') : phase === 'ended' ? '' : msg('One moment');
  return html`<div class="wait" role="status">${text}</div>`;
}
