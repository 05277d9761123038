import type { Ticker } from '@deskbell/parts/duration/ticker.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders an element anew when what it shows changes with the time alone, and not every second. */
export class Watch implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly ticker: () => Ticker | undefined;
  private readonly look: () => string;
  private followed: Ticker | undefined;
  private unsubscribe: (() => void) | undefined;
  private seen = '';

  /** `look` gives what depends on the time, as a string to compare. */
  constructor(host: ReactiveControllerHost, ticker: () => Ticker | undefined, look: () => string) {
    this.host = host;
    this.ticker = ticker;
    this.look = look;
    host.addController(this);
  }

  hostUpdated(): void {
    this.seen = this.look();
    const ticker = this.ticker();
    if (ticker === this.followed) return;
    this.unsubscribe?.();
    this.followed = ticker;
    this.unsubscribe = ticker?.subscribe(() => this.look() !== this.seen && this.host.requestUpdate());
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.unsubscribe?.();
    this.followed = undefined;
  }
}
