import { RelayError } from '@deskbell/protocol/refusals.js';
import type { MessageEvent } from '@deskbell/protocol/events.js';
import type { Phase } from '@deskbell/protocol/conversation.js';
import { Batch, type Waiting } from './batch.js';
import { isRace, translate } from './faults.js';
import type { Numbered } from './sql/append-messages.js';
import type { AppendedMessage, NewMessage } from './store.js';

/** What group commit needs of the database. */
export interface Appender {
  append(parameters: unknown[][]): Promise<readonly Numbered[]>;
  /** The messages of a batch that are in the log already, with the phase of their conversation now. */
  find(messages: readonly NewMessage[]): Promise<{ event: MessageEvent | null; id: string; conversation: string; phase: Phase }[]>;
}

/** The most messages in one statement: beyond it the statement grows longer than the flush that it saves. */
const MAX_BATCH = 1_000;

/** How often a batch that lost a race is tried again. */
const ATTEMPTS = 10;

/**
 * One statement is in flight; the next takes all that came in meanwhile. A lone message therefore waits for nobody, and under load the
 * batches grow by themselves.
 */
export class GroupCommit {
  readonly #appender: Appender;
  #queue: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(appender: Appender) {
    this.#appender = appender;
  }

  append(message: NewMessage): Promise<AppendedMessage> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ message, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing is waiting or in flight. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    // Whatever else arrived in the same turn of the event loop belongs to the first batch already.
    await Promise.resolve();
    while (this.#queue.length > 0) await this.#commit(this.#take());
    this.#running = undefined;
  }

  #take(): Batch {
    const batch = new Batch();
    const later: Waiting[] = [];
    for (const entry of this.#queue) {
      if (batch.waiting.length >= MAX_BATCH || !batch.add(entry)) later.push(entry);
    }
    this.#queue = later;
    return batch;
  }

  async #commit(batch: Batch, tries = 1): Promise<void> {
    try {
      const late = batch.settle(await this.#appender.append(batch.parameters()));
      if (late.length > 0) await this.#answerFromLog(late, ({ reject }) => reject(new RelayError('wrong-phase')));
    } catch (error) {
      if (!isRace(error) || tries === ATTEMPTS) return batch.fail(translate(error));
      const rest = new Batch();
      await this.#answerFromLog(batch.waiting, (entry) => rest.add(entry));
      if (rest.waiting.length > 0) await this.#commit(rest, tries + 1);
    }
  }

  /** Answers those whose message is in the log by now; what becomes of the others is the caller's. */
  async #answerFromLog(waiting: readonly Waiting[], otherwise: (entry: Waiting) => void): Promise<void> {
    try {
      const found = await this.#appender.find(waiting.map(({ message }) => message));
      const known = new Map(found.map((entry) => [entry.conversation + entry.id, entry]));
      for (const entry of waiting) {
        const saved = known.get(entry.message.conversation + entry.message.id);
        if (!saved) otherwise(entry);
        else if (saved.event?.by.id === entry.message.by.id) entry.resolve({ event: saved.event, again: true, phase: saved.phase });
        else entry.reject(new RelayError('id-used'));
      }
    } catch (error) {
      for (const { reject } of waiting) reject(translate(error));
    }
  }
}
