import { localized, msg } from '@lit/localize';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { pageTicker } from '@deskbell/parts/duration/ticker.js';
import { icon } from '@deskbell/parts/icon.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Begun } from '../cobrowse/cobrowsing.js';
import { cobrowseIcon } from '../cobrowse/beginning-icons.js';
import { KnownCobrowsing } from '../cobrowse/known-cobrowsing.js';
import { DeskPiece } from '../desk-piece.js';
import { DeskbellSelectEvent } from '../events.js';
import { standingWords } from '../words/cobrowse.js';
import { styles } from './cobrowse-rows.styles.js';
import '@deskbell/parts/duration/duration.js';

/**
 * The co-browse sessions without a chat, in the tray: over the phone, or beside another contact centre.
 *
 * @csspart row - A session, a button.
 */
@customElement('deskbell-cobrowse-rows')
@localized()
export class DeskbellCobrowseRows extends DeskPiece {
  static override styles = [tokens, base, buttons, styles];

  private readonly known = new KnownCobrowsing(this);

  protected override render() {
    const own = this.known.now?.sessions.filter(({ conversation }) => conversation === null) ?? [];
    if (own.length === 0) return nothing;
    return html`<section aria-labelledby="title">
      <h2 id="title">${msg('Co-browse')}</h2>
      <ul aria-labelledby="title">
        ${repeat(
          own,
          ({ id }) => id,
          (begun) => html`<li>${this.row(begun)}</li>`,
        )}
      </ul>
    </section>`;
  }

  private row(begun: Begun) {
    const { state } = begun.watching;
    const { session, phase, paused } = state;
    // What is off limits has no name here: the one before is not where they are.
    const title = phase === 'ended' || paused === 'off-limits' ? '' : (state.page?.title ?? '');
    return html`<button part="row" class="row" aria-current=${this.known.now?.watched === begun.id} @click=${() => this.open(begun)}>
      <span class="picture">${icon(cobrowseIcon)}</span>
      <span class="name"><bdi>${title || msg('Customer')}</bdi></span>
      <span class="time"
        >${phase === 'ended' ? nothing : html`<deskbell-duration .since=${session.begunAt} .ahead=${this.desk?.clockAhead ?? 0} .ticker=${this.host?.ticker ?? pageTicker}></deskbell-duration>`}</span
      >
      <span class="standing ${phase}"><i class="dot"></i>${standingWords(state)}</span>
    </button>`;
  }

  /** A code that is still good stands in its dialog; everything else where pages are shown. */
  private open({ id, watching, code }: Begun): void {
    const { now } = this.known;
    if (watching.state.phase === 'code' && code) return now?.tell(id);
    // On a narrow screen it has the place of the conversation.
    this.host?.dispatchEvent(new DeskbellSelectEvent(undefined));
    now?.watch(id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-cobrowse-rows': DeskbellCobrowseRows;
  }
}
