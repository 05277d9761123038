import { msg } from '@lit/localize';
import { html } from 'lit';
import { icon } from '../icon.js';
import { resendIcon } from '../icons.js';

/** "Resend", for what was not delivered. */
export function resendButton(disabled: boolean, resend: () => void) {
  const label = msg('Resend');
  return html`<button part="resend" class="quiet icon resend" ?disabled=${disabled} aria-label=${label} title=${label} @click=${resend}>
    ${icon(resendIcon)}
  </button>`;
}
