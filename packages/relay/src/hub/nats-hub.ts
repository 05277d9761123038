import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import type { Logger } from 'pino';
import { Doubts, EVERYWHERE } from './doubts.js';
import type { Hub, Subscriber, Told } from './hub.js';
import { LocalHub } from './local-hub.js';
import { Neighbours } from './neighbours.js';

/** How often NATS may be looked at without an answer before it is taken for dead. */
const PATIENCE = 3;
/** How much may be on its way without an answer, in bytes, before it is: a NATS that hangs must not fill the memory. */
const MOST_UNANSWERED = 16 * 1_024 * 1_024;
/** The longest pause between two attempts to reach it, in looks. */
const LONGEST_PAUSE = 15;

/** What all topics begin with, so that others may use the same NATS. */
const ROOT = 'deskbell.';

const isFrame = (told: Told): boolean => told.kind === 'mirror' && told.said.type === 'frame';

/**
 * Joins many relays over NATS. A relay tells its own people at once and without NATS, which does not send back to it what it told; the
 * others get it as JSON, one subscription a topic however many listen. NATS keeps nothing, so whatever may not have arrived while it was
 * away or silent is made up for by `missed`: at its own people by each relay that comes back, at the others' on every topic that it told.
 * A relay that is killed cannot say what it had not told yet: there the others' own people are all told `missed`.
 */
export class NatsHub implements Hub {
  readonly #connect: () => Promise<NatsConnection>;
  readonly #log: Pick<Logger, 'error' | 'warn'>;
  readonly #local: LocalHub;
  readonly #subscriptions = new Map<string, Subscription>();
  readonly #doubts = new Doubts();
  readonly #neighbours = new Neighbours();
  readonly #waiting = new Set<() => void>();
  #nats: NatsConnection | undefined;
  #isClosed = false;
  #isConnecting = false;
  /** Looks since NATS was asked; 0 while nothing is asked. */
  #unanswered = 0;
  #attempts = 0;
  #pause = 0;

  /** @param connect - Makes a connection that neither comes back by itself nor hears what it told. */
  constructor(nats: NatsConnection, connect: () => Promise<NatsConnection>, log: Pick<Logger, 'error' | 'warn'>) {
    this.#connect = connect;
    this.#log = log;
    this.#local = new LocalHub(log);
    this.#take(nats);
  }

  get isAway(): boolean {
    return this.#nats === undefined;
  }

  /** Topics that somebody listens to; for tests of what is left behind. */
  get size(): number {
    return this.#subscriptions.size;
  }

  publish(topic: string, told: Told): void {
    // Who is told here may tell something in turn, which has to come after this everywhere.
    this.#send(topic, told);
    this.#local.publish(topic, told);
  }

  missed(): void {
    this.#send(EVERYWHERE, { kind: 'missed' });
    this.#local.missed();
  }

  subscribe(topic: string, subscriber: Subscriber): void {
    if (!this.#local.has(topic)) this.#listen(topic);
    this.#local.subscribe(topic, subscriber);
  }

  unsubscribe(topic: string, subscriber: Subscriber): void {
    this.#local.unsubscribe(topic, subscriber);
    if (this.#local.has(topic)) return;
    this.#subscriptions.get(topic)?.unsubscribe();
    this.#subscriptions.delete(topic);
  }

  subscribed(): Promise<void> {
    // Where NATS is away, or goes meanwhile, everybody is told `missed` when it is back.
    return this.#nats ? this.#answered(this.#nats) : Promise.resolve();
  }

  check(): void {
    if (this.#isClosed) return;
    if (!this.#nats) return this.#comeBack();
    void this.#lookAround(this.#nats);
    if (this.#unanswered > 0) {
      this.#unanswered += 1;
      if (this.#unanswered > PATIENCE) this.#leave(this.#nats, 'NATS does not answer');
    } else void this.#ask(this.#nats);
  }

  /** Takes leave; what was told last still goes out. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const nats = this.#nats;
    this.#nats = undefined;
    this.#subscriptions.clear();
    for (const settle of [...this.#waiting]) settle();
    await this.#local.close();
    if (nats) this.#neighbours.leave(nats);
    // Writes what waits, but does not wait for a NATS that may hang.
    void nats?.flush().catch(() => undefined);
    await nats?.close();
  }

  #send(topic: string, told: Told): void {
    const text = JSON.stringify(told);
    // Whoever misses a part of a picture notices it, and begins anew: it would only fill what is to be made up for.
    if (!isFrame(told)) this.#doubts.add(topic, this.#nats ? text.length : 0);
    if (!this.#nats) return;
    if (this.#doubts.bytes > MOST_UNANSWERED) return this.#leave(this.#nats, 'NATS is too slow');
    try {
      this.#nats.publish(ROOT + topic, text);
    } catch (fault) {
      // It has gone, and we shall hear of it in a moment.
      this.#log.warn({ err: fault, topic }, 'a telling did not go out');
    }
  }

  #listen(topic: string): void {
    if (!this.#nats || this.#nats.isClosed()) return;
    const callback = (fault: Error | null, message: Msg): void => this.#hear(topic, fault, message);
    this.#subscriptions.set(topic, this.#nats.subscribe(ROOT + topic, { callback }));
  }

  #hear(topic: string, fault: Error | null, message: Msg): void {
    try {
      if (fault) throw fault;
      this.#local.publish(topic, message.json<Told>());
    } catch (error) {
      this.#log.error({ err: error, topic }, 'what another relay told could not be read');
    }
  }

  async #lookAround(nats: NatsConnection): Promise<void> {
    if ((await this.#neighbours.look(nats)) === 0) return;
    this.#log.warn({}, 'another relay is gone without a goodbye; everybody looks whether they missed something');
    this.#local.missed();
  }

  async #ask(nats: NatsConnection): Promise<void> {
    this.#unanswered = 1;
    this.#doubts.ask();
    await this.#answered(nats);
    // What a connection was asked for that has ended stays in doubt.
    if (nats !== this.#nats) return;
    this.#unanswered = 0;
    this.#doubts.settle();
  }

  /** Settles when NATS has taken all that it was sent, or is gone: the library leaves whoever waits for the one when the other happens. */
  #answered(nats: NatsConnection): Promise<void> {
    return new Promise((resolve) => {
      const settle = (): void => {
        this.#waiting.delete(settle);
        resolve();
      };
      this.#waiting.add(settle);
      nats.flush().then(settle, () => {
        // Closed already: `#leave` is on its way, and settles it in order.
        if (nats !== this.#nats) settle();
      });
    });
  }

  #comeBack(): void {
    if (this.#isConnecting) return;
    if (this.#pause > 0) {
      this.#pause -= 1;
      return;
    }
    this.#isConnecting = true;
    this.#connect()
      .then(
        (nats) => this.#take(nats),
        // Each relay looks at a second of its own, so they do not come all at once.
        () => (this.#pause = Math.min(this.#attempts++, LONGEST_PAUSE)),
      )
      .finally(() => (this.#isConnecting = false));
  }

  #take(nats: NatsConnection): void {
    if (this.#isClosed) return void nats.close();
    this.#nats = nats;
    this.#attempts = 0;
    this.#unanswered = 0;
    void nats.closed().then((fault) => this.#leave(nats, fault ? fault.message : 'NATS has ended the connection'));
    nats.subscribe(ROOT + EVERYWHERE, { callback: () => this.#local.missed() });
    for (const topic of this.#local.topics) this.#listen(topic);
    this.#neighbours.join(nats);
    this.#makeUp();
  }

  /** Tells everybody concerned what they may have missed, here and elsewhere. */
  #makeUp(): void {
    for (const topic of this.#doubts.take()) this.#send(topic, { kind: 'missed' });
    this.#local.missed();
  }

  #leave(nats: NatsConnection, why: string): void {
    if (nats !== this.#nats) return;
    this.#nats = undefined;
    this.#subscriptions.clear();
    for (const settle of [...this.#waiting]) settle();
    this.#log.warn({ why }, 'other relays are out of reach; those who are here go on');
    void nats.close();
  }
}
