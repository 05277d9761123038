import { localized, msg } from '@lit/localize';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { KnownCobrowsing } from '../cobrowse/known-cobrowsing.js';
import { DeskPiece } from '../desk-piece.js';
import { refusalWords } from '../words/refusal.js';
import { styles } from './cobrowse-codes.styles.js';
import '@deskbell/parts/dialog/dialog.js';
import '../cobrowse-digits/cobrowse-digits.js';

/** The dialog with a code that an agent reads out. It closes by itself when the customer has typed it; closed before, the code stays good. */
@customElement('deskbell-cobrowse-codes')
@localized()
export class DeskbellCobrowseCodes extends DeskPiece {
  static override styles = [tokens, base, buttons, styles];

  @state() private fault = '';

  private readonly known = new KnownCobrowsing(this);

  protected override render() {
    const { now } = this.known;
    const told = now?.get(now.told);
    if (!now || !told) return nothing;
    return html`<deskbell-dialog label=${msg('Co-browse by code')} open @deskbell-close=${() => now.tell(undefined)}>
      <p>${msg('Read the code to the customer. They click “Co-browse” on the site, type it, and are asked whether you may see the page.')}</p>
      <deskbell-cobrowse-digits session=${told.id}></deskbell-cobrowse-digits>
      ${this.fault ? html`<p class="error" role="alert">${this.fault}</p>` : nothing}
      <button slot="actions" @click=${() => this.cancel(told.id)}>${msg('Cancel co-browse')}</button>
      <button slot="actions" ?autofocus=${true} @click=${() => now.tell(undefined)}>${msg('Keep waiting')}</button>
    </deskbell-dialog>`;
  }

  private async cancel(id: string): Promise<void> {
    this.fault = '';
    try {
      await this.known.now?.end(id);
    } catch (error) {
      this.fault = refusalWords(error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-cobrowse-codes': DeskbellCobrowseCodes;
  }
}
