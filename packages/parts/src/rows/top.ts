import { msg } from '@lit/localize';
import { html } from 'lit';

/** What stands above the first row: that older ones are on their way, what asks for them when it comes into view, or what it all began with. */
export function topView(isFetching: boolean, hasEarlier: boolean) {
  if (isFetching) return html`<div class="earlier" role="status">${msg('Loading earlier messages')}</div>`;
  return hasEarlier ? html`<div class="sentinel"></div>` : html`<slot name="start"></slot>`;
}
