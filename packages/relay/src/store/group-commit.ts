import type { Phase } from '@deskbell/protocol/conversation.js';
import type { MessageEvent } from '@deskbell/protocol/events.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { Batch, type Waiting } from './batch.js';
import { ATTEMPTS, isAway, isRace, translate } from './faults.js';
import type { Numbered } from './sql/append-messages.js';
import type { AppendedMessage, NewMessage } from './store.js';

/** An id that is in the log already. */
export interface Repeat {
  readonly conversation: string;
  readonly id: string;
  readonly phase: Phase;
  /** What stands there; null where that is no message, or somebody else's. */
  readonly mine: MessageEvent | null;
  /** Whether the asker may know that it is there. */
  readonly party: boolean;
}

/** What group commit needs of the database. */
export interface Appender {
  append(batch: Batch): Promise<readonly Numbered[]>;
  findRepeats(messages: readonly NewMessage[]): Promise<Repeat[]>;
}

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
    const held = new Set<string>();
    for (const waiting of this.#queue) {
      const { conversation } = waiting.message;
      // What follows one that has to wait waits as well: nobody overtakes in a conversation.
      if (!held.has(conversation) && batch.add(waiting)) continue;
      held.add(conversation);
      later.push(waiting);
    }
    this.#queue = later;
    return batch;
  }

  async #commit(batch: Batch, tries = 1): Promise<void> {
    try {
      const refused = batch.settle(await this.#appender.append(batch));
      await this.#answerRepeats(refused, ({ waiting, why }) => waiting.reject(why));
    } catch (error) {
      await this.#recover(batch, error, tries);
    }
  }

  async #recover(batch: Batch, error: unknown, tries: number): Promise<void> {
    const fault = translate(error);
    if (isRace(error) && tries < ATTEMPTS) await this.#commitNew(batch, tries + 1);
    else if (isAway(error)) {
      // Whatever was queued behind would overtake what its author now has to send again.
      batch.fail(fault);
      for (const { reject } of this.#queue) reject(fault);
      this.#queue = [];
    } else if (batch.size > 1) {
      // One of them is a fault of ours that the database will not take; the others must not suffer for it.
      for (const waiting of batch.waiting) {
        const alone = new Batch();
        alone.add(waiting);
        await this.#commit(alone, tries);
      }
    } else batch.fail(fault);
  }

  /** Takes out what was saved before, and commits the rest. */
  async #commitNew(batch: Batch, tries: number): Promise<void> {
    const rest = new Batch();
    const asked = batch.waiting.map((waiting) => ({ waiting }));
    try {
      await this.#answerRepeats(asked, ({ waiting }) => rest.add(waiting));
    } catch (error) {
      return this.#recover(batch, error, tries);
    }
    if (rest.size > 0) await this.#commit(rest, tries);
  }

  /** Answers those whose message is in the log by now; what becomes of the others is the caller's. */
  async #answerRepeats<T extends { readonly waiting: Waiting }>(asked: readonly T[], otherwise: (entry: T) => void): Promise<void> {
    if (asked.length === 0) return;
    const found = await this.#appender.findRepeats(asked.map(({ waiting }) => waiting.message));
    const known = new Map(found.map((repeat) => [repeat.conversation + repeat.id, repeat]));
    for (const entry of asked) {
      const { message, resolve, reject } = entry.waiting;
      const repeat = known.get(message.conversation + message.id);
      if (!repeat) otherwise(entry);
      else if (repeat.mine) resolve({ event: repeat.mine, again: true, phase: repeat.phase });
      else reject(new RelayError(repeat.party ? 'id-used' : 'not-found'));
    }
  }
}
