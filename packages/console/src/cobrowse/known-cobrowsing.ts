import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Cobrowsing } from './cobrowsing.js';
import { cobrowsingContext } from './door.js';

/** Renders an element anew with every change of the agent's co-browse sessions. */
export class KnownCobrowsing implements ReactiveController {
  private readonly host: ReactiveElement;
  private readonly source: ContextConsumer<typeof cobrowsingContext, ReactiveElement>;
  private followed: Cobrowsing | undefined;
  private unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveElement) {
    this.host = host;
    this.source = new ContextConsumer(host, { context: cobrowsingContext, subscribe: true, callback: () => this.follow() });
    host.addController(this);
  }

  /** Undefined until it is loaded. */
  get now(): Cobrowsing | undefined {
    return this.source.value;
  }

  hostConnected(): void {
    this.follow();
  }

  hostDisconnected(): void {
    this.unsubscribe?.();
    this.followed = undefined;
  }

  private follow(): void {
    if (this.followed === this.now) return;
    this.unsubscribe?.();
    this.followed = this.now;
    this.unsubscribe = this.now?.subscribe(() => this.host.requestUpdate());
    this.host.requestUpdate();
  }
}
