import { LitElement, html, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../base.js';
import { customElement } from '../custom-element.js';
import { counterOf } from '../duration/duration.js';
import { pageTicker, type Ticker } from '../duration/ticker.js';
import { tokens } from '../tokens.js';
import { styles } from './countdown.styles.js';

/** The length of the ring, so that a share of it is a percentage. */
const ROUND = 100;

/** From when on it is urgent, in seconds. */
const LAST = 5;

/**
 * How long there still is: the time in figures, and a ring around them that gets shorter. Figures that change every second are not read out;
 * where a `label` is given it is said with the time when it begins, and once more near its end.
 *
 * @csspart ring - The ring.
 */
@customElement('deskbell-countdown')
export class DeskbellCountdown extends LitElement {
  static override styles = [tokens, base, styles];

  /** Till when, in ms since 1970. */
  @property({ type: Number }) until = 0;

  /** How long it was in all, in ms; 0 takes what there was when `until` was set. */
  @property({ type: Number }) length = 0;

  /** Milliseconds that the clock `until` was read from is ahead of `ticker`. */
  @property({ type: Number }) ahead = 0;

  /** What it is that ends, said before the time; left out, nothing is said. */
  @property() label = '';

  /** The clock. */
  @property({ attribute: false }) ticker: Ticker = pageTicker;

  /** The second that was said last. */
  @state() private said = 0;

  private whole = 1;
  private unsubscribe: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unsubscribe?.();
    this.unsubscribe = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('until') || changed.has('length')) {
      this.whole = Math.max(1, this.length || this.left);
      this.said = this.seconds;
    }
    if (this.isLast && this.said > LAST) this.said = this.seconds;
    if (changed.has('ticker')) this.follow();
  }

  protected override render() {
    const share = Math.min(1, this.left / this.whole) * ROUND;
    return html`<span class=${this.isLast ? 'clock last' : 'clock'} aria-hidden="true">
        <svg part="ring" viewBox="0 0 36 36">
          <circle class="track" cx="18" cy="18" r="16" />
          <circle class="rest" cx="18" cy="18" r="16" pathLength=${ROUND} stroke-dasharray="${share} ${ROUND}" />
        </svg>
        <time datetime="PT${this.seconds}S">${this.seconds < 100 ? this.seconds : counterOf(this.seconds)}</time>
      </span>
      <span class="unseen" aria-live="polite">${this.label ? `${this.label}: ${counterOf(this.said)}` : ''}</span>`;
  }

  private get left(): number {
    return Math.max(0, this.until - this.ticker.now() - this.ahead);
  }

  /** Rounded up: it is over at 0, and not a second before. */
  private get seconds(): number {
    return Math.ceil(this.left / 1_000);
  }

  private get isLast(): boolean {
    return this.seconds <= LAST;
  }

  private follow(): void {
    this.unsubscribe?.();
    this.unsubscribe = this.isConnected ? this.ticker.subscribe(() => this.requestUpdate()) : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-countdown': DeskbellCountdown;
  }
}
