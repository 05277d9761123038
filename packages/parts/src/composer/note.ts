import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { formatLocale } from '../locale.js';

const NEAR_LIMIT = 500;

/** What stands over a composer: why it is off, that there is too much, how much room is left. Lengths in UTF-16 code units. */
export function note(written: number, limit: number, reason: string) {
  const number = (value: number) => value.toLocaleString(formatLocale());
  const isTooLong = written > limit;
  return html`<div id="note" part="note" class="note ${isTooLong ? 'error' : ''}" role="status">
    ${reason ? html`<span>${reason}</span>` : nothing}
    ${isTooLong ? html`<span>${msg(str`Longer than ${number(limit)} characters: shorten it to send it`)}</span>` : nothing}
    ${written > limit - NEAR_LIMIT ? html`<span class="count">${number(written)} / ${number(limit)}</span>` : nothing}
  </div>`;
}
