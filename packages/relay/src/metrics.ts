import { COBROWSE_STATES, type CobrowseState } from '@deskbell/protocol/cobrowse.js';
import type { RefusalCode } from '@deskbell/protocol/refusals.js';
import type { CloseName } from '@deskbell/protocol/closes.js';
import type { Side } from '@deskbell/protocol/people.js';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What one relay counts, in a registry of its own, so that several relays in one process do not mix. */
export class Metrics {
  readonly registry = new Registry();
  readonly #connections: Gauge<'side'>;
  readonly #messages: Counter;
  readonly #append: Histogram;
  readonly #refusals: Counter<'code'>;
  readonly #closes: Counter<'name'>;
  readonly #assignment: Histogram<'queue'>;
  readonly #waiting: Gauge<'workspace' | 'queue'>;
  readonly #cobrowses: Gauge<'state'>;
  readonly #wrongCodes: Counter;

  constructor() {
    const registers = [this.registry];
    this.#connections = new Gauge({ name: 'deskbell_connections', help: 'Open sockets, by side', labelNames: ['side'], registers });
    this.#messages = new Counter({ name: 'deskbell_messages_total', help: 'Messages saved', registers });
    this.#append = new Histogram({
      name: 'deskbell_append_seconds',
      help: 'From a message to its commit',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
      registers,
    });
    this.#refusals = new Counter({
      name: 'deskbell_refusals_total',
      help: 'Commands and requests that were refused, by code',
      labelNames: ['code'],
      registers,
    });
    this.#closes = new Counter({
      name: 'deskbell_closes_total',
      help: 'Sockets that the relay closed, by reason',
      labelNames: ['name'],
      registers,
    });
    this.#assignment = new Histogram({
      name: 'deskbell_assignment_seconds',
      help: 'From the place in a queue to an agent, by queue',
      labelNames: ['queue'],
      buckets: [0.05, 0.25, 1, 5, 20, 60, 300, 900, 3_600],
      registers,
    });
    this.#waiting = new Gauge({
      name: 'deskbell_queue_waiting',
      help: 'Conversations that wait, by queue',
      labelNames: ['workspace', 'queue'],
      registers,
    });
    this.#cobrowses = new Gauge({
      name: 'deskbell_cobrowse_sessions',
      help: 'Co-browse sessions that have not ended, over all relays, by state',
      labelNames: ['state'],
      registers,
    });
    this.#wrongCodes = new Counter({
      name: 'deskbell_cobrowse_wrong_codes_total',
      help: 'Co-browse codes that were mistyped, guessed, used or too old',
      registers,
    });
  }

  /** Adds what Node itself tells: processor, memory, garbage collection. Costs timers and observers, so tests leave it. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  connected(side: Side): void {
    this.#connections.inc({ side });
  }

  disconnected(side: Side): void {
    this.#connections.dec({ side });
  }

  /** @param took - Milliseconds from the command to the commit. */
  appended(took: number): void {
    this.#messages.inc();
    this.#append.observe(took / 1_000);
  }

  refused(code: RefusalCode): void {
    this.#refusals.inc({ code });
  }

  closed(name: CloseName): void {
    this.#closes.inc({ name });
  }

  /** @param waited - Milliseconds since it has its place. */
  assigned(queue: string, waited: number): void {
    this.#assignment.observe({ queue }, waited / 1_000);
  }

  waits(workspace: string, queue: string, count: number): void {
    this.#waiting.set({ workspace, queue }, count);
  }

  /** @param counts - Of all relays; a state that is left out has none. */
  cobrowsing(counts: readonly { readonly state: CobrowseState; readonly count: number }[]): void {
    for (const state of COBROWSE_STATES)
      if (state !== 'ended') this.#cobrowses.set({ state }, counts.find((each) => each.state === state)?.count ?? 0);
  }

  codeWasWrong(): void {
    this.#wrongCodes.inc();
  }
}
