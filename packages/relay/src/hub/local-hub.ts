import type { Logger } from 'pino';
import { LazyEnvelope } from './envelope.js';
import type { Envelope, Hub, Subscriber, Told } from './hub.js';

/** Tells inside one process: for a single relay, and for the own people of one among many. */
export class LocalHub implements Hub {
  readonly isAway = false;
  readonly #topics = new Map<string, Set<Subscriber>>();
  readonly #log: Pick<Logger, 'error'>;
  readonly #queue: { topic: string; envelope: Envelope }[] = [];
  #isTelling = false;

  constructor(log: Pick<Logger, 'error'>) {
    this.#log = log;
  }

  publish(topic: string, told: Told): void {
    if (!this.#topics.has(topic)) return;
    const envelope = new LazyEnvelope(told);
    // Who is told something may tell something in turn: that comes after, for everybody.
    if (this.#isTelling) {
      this.#queue.push({ topic, envelope });
      return;
    }
    this.#isTelling = true;
    this.#tell(topic, envelope);
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) this.#tell(next.topic, next.envelope);
    this.#isTelling = false;
  }

  #tell(topic: string, envelope: Envelope): void {
    // A set that is changed while it is walked skips what was taken out, and that is what is wanted.
    for (const subscriber of this.#topics.get(topic) ?? []) {
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

  subscribed(): Promise<void> {
    return Promise.resolve();
  }

  check(): void {
    // There is nobody else to be reached.
  }

  has(topic: string): boolean {
    return this.#topics.has(topic);
  }

  /** What somebody listens to. */
  get topics(): readonly string[] {
    return [...this.#topics.keys()];
  }

  missed(): void {
    for (const topic of this.topics) this.publish(topic, { kind: 'missed' });
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
