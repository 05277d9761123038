import type { Channel, Tabs } from '../tabs.js';

interface Waiting {
  readonly tab: SimulatedTab;
  readonly signal: AbortSignal | undefined;
  readonly take: (stolen: Promise<never>) => Promise<void>;
}

interface Held {
  readonly tab: SimulatedTab;
  readonly steal: () => void;
}

/** One tab: its way to the others, and its end. */
export interface SimulatedTab extends Tabs {
  /** As if it was closed or crashed: its locks are free at once, and it neither hears nor says anything any longer. */
  close(): void;
  /** As if the browser had put it to sleep without a word: it holds its locks, but neither hears nor says anything. */
  sleep(): void;
}

/** A browser in which tabs share locks and a channel, as with Web Locks and BroadcastChannel. */
export class SimulatedBrowser {
  readonly #line: () => (run: () => void) => void;
  readonly #channels = new Map<(message: unknown) => void, SimulatedTab>();
  readonly #held = new Map<string, Held>();
  readonly #queues = new Map<string, Waiting[]>();
  readonly #closed = new Set<SimulatedTab>();
  readonly #silent = new Set<SimulatedTab>();

  /** @param line how the messages of one tab travel to the others; as soon as the present task is over where it is left out. */
  constructor(line: () => (run: () => void) => void = () => queueMicrotask) {
    this.#line = line;
  }

  tab(): SimulatedTab {
    const tab: SimulatedTab = {
      channel: () => this.#channel(tab),
      lock: (name, hold, options = {}) => this.#request(tab, name, hold, options),
      close: () => {
        this.#closed.add(tab);
        tab.sleep();
        for (const [name, { tab: holder }] of [...this.#held]) if (holder === tab) this.#release(name);
      },
      sleep: () => {
        this.#silent.add(tab);
      },
    };
    return tab;
  }

  #channel(tab: SimulatedTab): Channel {
    const own = new Set<(message: unknown) => void>();
    const deliver = this.#line();
    return {
      post: (message) => {
        const copy = structuredClone(message);
        for (const [listener, other] of this.#channels) {
          if (own.has(listener) || this.#silent.has(tab)) continue;
          deliver(() => {
            if (this.#channels.has(listener) && !this.#silent.has(other)) listener(copy);
          });
        }
      },
      listen: (listener) => {
        own.add(listener);
        this.#channels.set(listener, tab);
      },
      close: () => {
        for (const listener of own) this.#channels.delete(listener);
      },
    };
  }

  #request<T>(
    tab: SimulatedTab,
    name: string,
    hold: () => Promise<T>,
    { steal, signal }: { steal?: boolean; signal?: AbortSignal },
  ): Promise<T> {
    if (steal && signal) throw new DOMException('The signal and steal options cannot be used together.', 'NotSupportedError');
    return new Promise<T>((resolve, reject) => {
      const take = (stolen: Promise<never>) => Promise.race([hold(), stolen]).then(resolve, reject);
      const queue = this.#queues.get(name) ?? [];
      this.#queues.set(name, queue);
      const waiting: Waiting = { tab, signal, take };
      signal?.addEventListener('abort', () => {
        const index = queue.indexOf(waiting);
        if (index < 0) return;
        queue.splice(index, 1);
        reject(new DOMException('The request was aborted.', 'AbortError'));
      });
      if (steal) {
        queue.unshift(waiting);
        this.#held.get(name)?.steal();
        this.#held.delete(name);
      } else queue.push(waiting);
      queueMicrotask(() => {
        this.#grant(name);
      });
    });
  }

  #grant(name: string): void {
    if (this.#held.has(name)) return;
    const next = this.#queues.get(name)?.shift();
    if (!next) return;
    if (this.#closed.has(next.tab)) {
      this.#grant(name);
      return;
    }
    let steal = (): void => undefined;
    const stolen = new Promise<never>((_, reject) => {
      steal = () => {
        reject(new DOMException("Lock broken by another request with the 'steal' option.", 'AbortError'));
      };
    });
    const held: Held = { tab: next.tab, steal };
    this.#held.set(name, held);
    void next.take(stolen).finally(() => {
      if (this.#held.get(name) === held) this.#release(name);
    });
  }

  #release(name: string): void {
    this.#held.delete(name);
    queueMicrotask(() => {
      this.#grant(name);
    });
  }
}
