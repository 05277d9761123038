import { setTimeout as pause } from 'node:timers/promises';
import type { Server } from './server.js';

/** Between attempts to bring back a server that ended by itself, ms. */
const RESTART_PAUSE = 1_000;

/** Keeps a server running: one that ends by itself, killed or out of memory, is started again until `stop` is called. */
export class Supervisor {
  readonly #start: () => Promise<Server>;
  readonly #tell: (sentence: string) => void;
  readonly #stopping = new AbortController();
  #server: Server;
  readonly #watching: Promise<void>;

  constructor(first: Server, start: () => Promise<Server>, tell: (sentence: string) => void) {
    this.#server = first;
    this.#start = start;
    this.#tell = tell;
    this.#watching = this.#watch();
  }

  get pid(): number | undefined {
    return this.#server.pid;
  }

  /** Ends the server cleanly, for good. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#server.stop();
    await this.#watching;
  }

  // A method, since its answer changes while others wait.
  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #watch(): Promise<void> {
    for (;;) {
      await this.#server.ended;
      if (this.#isStopping()) return;
      this.#tell('The database ended by itself; it is started again.');
      while (!(await this.#bringBack())) {
        await pause(RESTART_PAUSE, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
        if (this.#isStopping()) return;
      }
    }
  }

  async #bringBack(): Promise<boolean> {
    try {
      this.#server = await this.#start();
    } catch (error) {
      this.#tell(error instanceof Error ? error.message : String(error));
      return false;
    }
    if (this.#isStopping()) await this.#server.stop();
    return true;
  }
}
