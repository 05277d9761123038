import { localized, msg } from '@lit/localize';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { icon } from '@deskbell/parts/icon.js';
import { checkIcon, closeIcon } from '@deskbell/parts/icons.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { DeskHost } from '../contexts.js';
import { DeskPiece } from '../desk-piece.js';
import type { DeskbellSayEvent } from '../events.js';
import { Watch } from '../watch.js';
import { styles } from './toast.styles.js';

/** How long it shows, ms: long enough to be read twice. */
const SHOWN = 10_000;

/** Says what was done, for a while, or till it is put away. */
@customElement('deskbell-toast')
@localized()
export class DeskbellToast extends DeskPiece {
  static override styles = [tokens, base, buttons, styles];

  @state() private words = '';

  private saidAt = 0;

  constructor() {
    super();
    new Watch(
      this,
      () => this.host?.ticker,
      () => String(this.isOld),
    );
  }

  private get isOld(): boolean {
    return (this.host?.ticker.now() ?? 0) - this.saidAt > SHOWN;
  }

  protected override attend(desk: DeskHost, signal: AbortSignal): void {
    const hear = ({ words }: DeskbellSayEvent): void => {
      this.words = words;
      this.saidAt = desk.ticker.now();
    };
    desk.addEventListener('deskbell-say', hear, { signal });
  }

  protected override render() {
    return html`<div role="status">
      ${
        this.words && !this.isOld
          ? html`<p>${icon(checkIcon)}<span>${this.words}</span>
            <button class="quiet icon" aria-label=${msg('Dismiss')} @click=${() => (this.words = '')}>${icon(closeIcon)}</button></p>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-toast': DeskbellToast;
  }
}
