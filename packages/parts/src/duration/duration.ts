import { LitElement, html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { customElement } from '../custom-element.js';
import { styles } from './duration.styles.js';
import { pageTicker, type Ticker } from './ticker.js';

const two = (value: number): string => String(value).padStart(2, '0');

/** A length of time in whole seconds as a counter shows it: "0:07", "12:40", "1:02:33". */
export function counterOf(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** How long ago something was, counting. Its figures keep their width. */
@customElement('deskbell-duration')
export class DeskbellDuration extends LitElement {
  static override styles = styles;

  /** Since when, in ms since 1970. */
  @property({ type: Number }) since = 0;

  /** When it came to its end, in ms since 1970; 0 while it goes on. */
  @property({ type: Number }) until = 0;

  /** To when, in ms since 1970: it counts down to then, in place of up. */
  @property({ type: Number }) due = 0;

  /** Milliseconds that the clock `since` was read from is ahead of `ticker`. */
  @property({ type: Number }) ahead = 0;

  /** The clock. */
  @property({ attribute: false }) ticker: Ticker = pageTicker;

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
    if (changed.has('ticker') || changed.has('until')) this.follow();
  }

  protected override render() {
    const seconds = Math.max(
      0,
      this.due ? Math.ceil((this.due - this.clock) / 1_000) : Math.floor(((this.until || this.clock) - this.since) / 1_000),
    );
    return html`<time datetime="PT${seconds}S">${counterOf(seconds)}</time>`;
  }

  private get clock(): number {
    return this.ticker.now() + this.ahead;
  }

  private follow(): void {
    this.unsubscribe?.();
    this.unsubscribe = this.until || !this.isConnected ? undefined : this.ticker.subscribe(() => this.requestUpdate());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-duration': DeskbellDuration;
  }
}
