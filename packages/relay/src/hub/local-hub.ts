import type { Logger } from 'pino';
import { LazyEnvelope } from './envelope.js';
import type { Hub, Subscriber, Told } from './hub.js';

/** Tells inside one process: for a single relay. */
export class LocalHub implements Hub {
  readonly #topics = new Map<string, Set<Subscriber>>();
  readonly #log: Pick<Logger, 'error'>;

  constructor(log: Pick<Logger, 'error'>) {
    this.#log = log;
  }

  publish(topic: string, told: Told): void {
    const subscribers = this.#topics.get(topic);
    if (!subscribers) return;
    const envelope = new LazyEnvelope(told);
    // A set that is changed while it is walked skips what was taken out, and that is what is wanted.
    for (const subscriber of subscribers) {
      try {
        subscriber.deliver(envelope);
      } catch (error) {
        this.#log.error({ err: error, topic }, 'a subscriber failed; the others are told all the same');
      }
    }
  }

  subscribe(topic: string, subscriber: Subscriber): void {
    const subscribers = this.#topics.get(topic);
    if (subscribers) subscribers.add(subscriber);
    else this.#topics.set(topic, new Set([subscriber]));
  }

  unsubscribe(topic: string, subscriber: Subscriber): void {
    const subscribers = this.#topics.get(topic);
    if (subscribers?.delete(subscriber) && subscribers.size === 0) this.#topics.delete(topic);
  }

  /** Topics that somebody listens to; for tests of what is left behind. */
  get size(): number {
    return this.#topics.size;
  }

  close(): Promise<void> {
    this.#topics.clear();
    return Promise.resolve();
  }
}
