import { localized, msg } from '@lit/localize';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { icon } from '@deskbell/parts/icon.js';
import { checkIcon } from '@deskbell/parts/icons.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { CODE_LASTS } from '@deskbell/protocol/cobrowse.js';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Begun } from '../cobrowse/cobrowsing.js';
import { copyIcon } from '../cobrowse/icons.js';
import { KnownCobrowsing } from '../cobrowse/known-cobrowsing.js';
import { DeskPiece } from '../desk-piece.js';
import { DeskbellSayEvent } from '../events.js';
import { Watch } from '../watch.js';
import { refusalWords } from '../words/refusal.js';
import { styles } from './cobrowse-digits.styles.js';
import '@deskbell/parts/countdown/countdown.js';

/**
 * The code of a co-browse session, to be read out: large, three digits at a time, with the time that is left, "Copy", and a new one where its
 * time is up.
 *
 * @csspart code - The digits.
 */
@customElement('deskbell-cobrowse-digits')
@localized()
export class DeskbellCobrowseDigits extends DeskPiece {
  static override styles = [tokens, base, buttons, styles];

  /** The id of the co-browse session. */
  @property() session = '';

  @state() private isCopied = false;
  @state() private isBusy = false;
  @state() private fault = '';

  private readonly known = new KnownCobrowsing(this);

  constructor() {
    super();
    new Watch(
      this,
      () => this.host?.ticker,
      () => String(this.isOver(this.known.now?.get(this.session))),
    );
  }

  protected override render() {
    const begun = this.known.now?.get(this.session);
    if (!begun) return nothing;
    return html`${this.isOver(begun) ? this.over(begun) : this.code(begun)} ${this.fault ? html`<p class="error" role="alert">${this.fault}</p>` : nothing}`;
  }

  private isOver(begun: Begun | undefined): boolean {
    return !begun?.code || begun.codeUntil <= this.now() || begun.watching.state.phase !== 'code';
  }

  private code({ code = '', codeUntil }: Begun) {
    const [first, last] = [code.slice(0, 3), code.slice(3)];
    // Digit by digit: a number of six figures is nothing that one reads out.
    const spoken = `${[...first].join(' ')}, ${[...last].join(' ')}`;
    return html`<div class="row">
      <p part="code" class="digits" dir="ltr"><span aria-hidden="true">${first} ${last}</span><span class="unseen">${spoken}</span></p>
      <deskbell-countdown
        label=${msg('The code is good for')}
        .until=${codeUntil}
        .length=${CODE_LASTS}
        .ahead=${this.desk?.clockAhead ?? 0}
        .ticker=${this.host?.ticker}
      ></deskbell-countdown>
      <button class="quiet" @click=${() => this.copy(code)}>${icon(this.isCopied ? checkIcon : copyIcon)}${this.isCopied ? msg('Copied') : msg('Copy')}</button>
    </div>`;
  }

  private over(begun: Begun) {
    return html`<p role="status">
        ${begun.code ? msg('The time of this code is up.') : msg('The code was told before this page was loaded, and is told only once.')}
      </p>
      <button class="primary" ?disabled=${this.isBusy} @click=${() => this.renew(begun)}>${msg('New code')}</button>`;
  }

  private async copy(code: string): Promise<void> {
    await navigator.clipboard.writeText(code);
    this.isCopied = true;
  }

  private async renew({ id, conversation }: Begun): Promise<void> {
    const { now } = this.known;
    if (!now) return;
    this.fault = '';
    this.isBusy = true;
    try {
      const isTold = now.told === id;
      // A chat has one at a time. Where there is none, the old one stands till there is a new one.
      if (conversation !== null) await now.end(id);
      const { id: next } = await now.begin({ ...(conversation !== null && { conversation }), by: 'code' });
      if (isTold) now.tell(next);
      else if (conversation === null) now.watch(next);
      if (conversation === null) await now.end(id);
      this.isCopied = false;
    } catch (error) {
      this.fault = refusalWords(error);
      // What could say it went with the old one.
      if (!now.get(id)) this.host?.dispatchEvent(new DeskbellSayEvent(this.fault));
    } finally {
      this.isBusy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-cobrowse-digits': DeskbellCobrowseDigits;
  }
}
