import type { FieldValues } from '@deskbell/protocol/fields.js';
import { REVEALED_FOR } from '@deskbell/protocol/forms.js';
import type { Ticker } from '@deskbell/parts/duration/ticker.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Shown {
  readonly value: string;
  readonly since: number;
}

/**
 * Masked values while somebody sees them: for 30 seconds, as long as the page is in view and the element stays where it is. They are in here
 * and in what the element renders of them, and nowhere else.
 */
export class Revealing implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ticker: () => Ticker | undefined;
  #shown: ReadonlyMap<string, Shown> = new Map();
  #under: ReadonlyMap<string, AbortController> = new Map();
  #unsubscribe: (() => void) | undefined;
  #followed: Ticker | undefined;

  constructor(host: ReactiveControllerHost, ticker: () => Ticker | undefined) {
    this.#host = host;
    this.#ticker = ticker;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#hideUnseen);
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const ticker = this.#ticker();
    if (ticker === this.#followed) return;
    this.#unsubscribe?.();
    this.#followed = ticker;
    this.#unsubscribe = ticker?.subscribe(() => this.#hideOld());
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#hideUnseen);
    this.#unsubscribe?.();
    this.#followed = undefined;
    this.hideAll();
  }

  valueOf(field: string): string | undefined {
    return this.#shown.get(field)?.value;
  }

  /** Till when it shows, in ms since 1970 by the ticker. */
  untilOf(field: string): number | undefined {
    const shown = this.#shown.get(field);
    return shown && shown.since + REVEALED_FOR;
  }

  isUnder(field: string): boolean {
    return this.#under.has(field);
  }

  /** Gets the values of fields and shows them. Resolves with whether they are shown: not where they were hidden meanwhile. */
  async show(fields: readonly string[], get: (signal: AbortSignal) => Promise<FieldValues>): Promise<boolean> {
    const under = new AbortController();
    this.#under = new Map([...this.#under, ...fields.map((field) => [field, under] as const)]);
    this.#host.requestUpdate();
    try {
      const values = await get(under.signal);
      if (under.signal.aborted) return false;
      const since = this.#ticker()?.now() ?? Date.now();
      const shown = fields.flatMap((field) => (field in values ? [[field, { value: values[field] ?? '', since }] as const] : []));
      this.#shown = new Map([...this.#shown, ...shown]);
      return true;
    } catch (error) {
      if (under.signal.aborted) return false;
      throw error;
    } finally {
      this.#under = new Map([...this.#under].filter(([, other]) => other !== under));
      this.#host.requestUpdate();
    }
  }

  hide(fields: readonly string[]): void {
    this.#shown = new Map([...this.#shown].filter(([field]) => !fields.includes(field)));
    this.#host.requestUpdate();
  }

  hideShown(): void {
    this.hide([...this.#shown.keys()]);
  }

  /** Also what is still on its way. */
  hideAll(): void {
    for (const under of this.#under.values()) under.abort();
    this.hideShown();
  }

  #hideOld(): void {
    const now = this.#ticker()?.now() ?? 0;
    // A clock that was set back must not show anything for longer.
    const old = [...this.#shown].filter(([, { since }]) => now >= since + REVEALED_FOR || now < since);
    if (old.length > 0) this.hide(old.map(([field]) => field));
  }

  readonly #hideUnseen = (): void => {
    if (document.visibilityState !== 'visible') this.hideAll();
  };
}
