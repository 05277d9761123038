import { localized, msg } from '@lit/localize';
import { safetyDigits } from '@deskbell/cobrowse/safety-digits.js';
import type { WatchState } from '@deskbell/cobrowse/watching/state.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { place } from '@deskbell/parts/popover/place.js';
import { popoverStyles } from '@deskbell/parts/popover/popover.styles.js';
import { formats } from '@deskbell/parts/text/formats.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { delayWords, qualityWord, sizeWords, wayWords } from '../words/cobrowse.js';
import { styles } from './cobrowse-quality.styles.js';

/**
 * How quick a customer's page comes, in a word; and behind it in numbers, with the way that it takes and the digits that tell that nobody is
 * between.
 */
@customElement('deskbell-cobrowse-quality')
@localized()
export class DeskbellCobrowseQuality extends LitElement {
  static override styles = [tokens, base, buttons, popoverStyles, styles];

  /** How the session stands. */
  @property({ attribute: false }) standing: WatchState | undefined;

  @state() private isShown = false;

  @query('button') private button!: HTMLButtonElement | null;
  @query('[popover]') private popup!: HTMLElement | null;

  override get tabIndex(): number {
    return this.button?.tabIndex ?? -1;
  }

  override set tabIndex(value: number) {
    // Whoever has it in a toolbar says where Tab stops; the host itself has no focus.
    void this.updateComplete.then(() => this.button && (this.button.tabIndex = value));
  }

  override focus(options?: FocusOptions): void {
    this.button?.focus(options);
  }

  protected override render() {
    const { standing } = this;
    if (!standing) return nothing;
    const quality = qualityWord(standing);
    return html`<button
        class="quiet"
        aria-haspopup="dialog"
        aria-expanded=${this.isShown}
        popovertarget="quality"
        aria-label="${msg('Quality')}: ${quality?.word ?? msg('Not measured yet')}"
      >
        <i class="dot ${quality?.level ?? ''}"></i>${quality?.word ?? msg('Quality')}
      </button>
      <div id="quality" popover role="dialog" aria-label=${msg('Quality')} tabindex="-1" @toggle=${this.settle}>
        ${this.isShown ? this.numbers(standing) : nothing}
      </div>`;
  }

  private numbers({ phase, delay, behind, way, safety, page }: WatchState) {
    const isLive = phase === 'live';
    return html`<dl>
        ${
          isLive
            ? html`<dt>${msg('Delay')}</dt>
                <dd>${delay === undefined ? msg('Not measured yet') : delayWords(delay)}</dd>
                <dt>${msg('Frames behind')}</dt>
                <dd>${formats().number(behind)}</dd>`
            : nothing
        }
        ${isLive && page ? html`<dt>${msg('Customer’s window')}</dt><dd dir="ltr">${sizeWords(page)}</dd>` : nothing}
        <dt>${msg('Way')}</dt>
        <dd>${wayWords(way)}</dd>
        ${safety ? html`<dt>${msg('Safety number')}</dt><dd class="safety" dir="ltr">${safetyDigits(safety)}</dd>` : nothing}
      </dl>
      <p>${way === 'relay' ? msg('Encrypted end to end: the relay passes on what it cannot read.') : msg('Encrypted end to end.')}</p>
      ${safety ? html`<p>${msg('The customer sees the same safety number if nobody is between you.')}</p>` : nothing}`;
  }

  private settle({ newState }: ToggleEvent): void {
    this.isShown = newState === 'open';
    if (!this.isShown) return;
    void this.updateComplete.then(() => {
      if (!this.popup) return;
      place(this.popup, this, 'below');
      this.popup.focus();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-cobrowse-quality': DeskbellCobrowseQuality;
  }
}
