import type { LiveEventOf } from '@deskbell/protocol/events.js';
import { REFUSALS } from '@deskbell/protocol/refusals.js';
import { MAX_FRAME } from '@deskbell/protocol/text.js';
import type { Clock, Timer } from './clock.js';
import { isTold, type Outbox, type Outgoing } from './outbox.js';

export interface SenderOptions {
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly send: (command: Outgoing) => void;
  /** What waits for each other: of one lane, one command at a time is on its way, so that whatever is refused and tried again keeps its place. */
  readonly lane: (command: Outgoing) => string;
  /** Whether a command may go out now. */
  readonly ready: (command: Outgoing) => boolean;
  /** Where a message belongs whose conversation the relay does not know: it was to be a new one, while another one was open. */
  readonly elsewhere: (conversation: string) => string | undefined;
  /** What was written for one conversation goes to another. */
  readonly move: (from: string, to: string) => void;
}

/** Without an answer for so long, in ms, the same is sent again. It has the same id, so it cannot arrive twice. */
const UNANSWERED = 10_000;

/** How long, in ms, to wait after a refusal that does not say. */
const REFUSED = 2_000;

/** So often the same command may meet a fault of the relay; then it is the person's turn to try again. */
const MAX_FAULTS = 3;

/** Brings what an outbox has into the log: in order, once each, whatever is refused or lost on the way. */
export class Sender {
  readonly #options: SenderOptions;
  /** By lane: the id that nothing may overtake now, and the timer that sets it free again. */
  readonly #busy = new Map<string, { id: string; timer: Timer }>();
  readonly #faults = new Map<string, number>();

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /** Sends whatever may go. To be called whenever something changed that could let it. */
  pump(): void {
    const { outbox, lane, ready, send } = this.#options;
    const blocked = new Set(this.#busy.keys());
    for (const { command, state } of outbox.entries) {
      const its = lane(command);
      if (state !== 'sending' || blocked.has(its)) continue;
      blocked.add(its);
      if (!ready(command)) continue;
      if (new TextEncoder().encode(JSON.stringify(command)).length > MAX_FRAME) {
        outbox.change(command.id, { state: 'refused', why: 'too-long' });
        continue;
      }
      this.#hold(its, command.id, UNANSWERED);
      send(command);
    }
  }

  /** It is in the log. */
  settle(id: string): void {
    this.#free(id);
    this.#faults.delete(id);
    this.#options.outbox.drop(id);
  }

  /** Whether the refusal was of something that this sender sent. */
  refuse({ id = '', code, retryAfter, conversation }: LiveEventOf<'refused'>): boolean {
    const { outbox, lane, elsewhere, move } = this.#options;
    const command = outbox.entries.find((entry) => entry.command.id === id)?.command;
    if (!command || this.#busy.get(lane(command))?.id !== id) return false;
    this.#free(id);
    const to = code === 'already-open' ? conversation : code === 'not-found' ? elsewhere(command.conversation) : undefined;
    if (to !== undefined) {
      if (command.type !== 'message.send') outbox.drop(id);
      move(command.conversation, to);
    } else if (code === 'slow-down' || REFUSALS[code].status >= 500) {
      const faults = (this.#faults.get(id) ?? 0) + (code === 'internal' ? 1 : 0);
      this.#faults.set(id, faults);
      if (faults > MAX_FAULTS && command.type === 'message.react') outbox.drop(id);
      else if (faults > MAX_FAULTS) outbox.change(id, { state: 'failed' });
      else this.#hold(lane(command), id, retryAfter ?? REFUSED);
    } else if (isTold(command)) outbox.change(id, { state: 'refused', why: code });
    else outbox.drop(id);
    this.pump();
    return true;
  }

  /** Nothing is on its way any longer, for instance as the socket is gone. */
  reset(): void {
    for (const { timer } of this.#busy.values()) this.#options.clock.clearTimeout(timer);
    this.#busy.clear();
  }

  /** The failed entry goes out again, under its old id. */
  resend(id: string): void {
    this.#faults.delete(id);
    this.#options.outbox.change(id, { state: 'sending' });
    this.pump();
  }

  #hold(lane: string, id: string, ms: number): void {
    const timer = this.#options.clock.setTimeout(() => {
      this.#busy.delete(lane);
      this.pump();
    }, ms);
    this.#busy.set(lane, { id, timer });
  }

  #free(id: string): void {
    for (const [lane, { id: held, timer }] of this.#busy) {
      if (held !== id) continue;
      this.#options.clock.clearTimeout(timer);
      this.#busy.delete(lane);
    }
  }
}
