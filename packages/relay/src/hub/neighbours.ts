import { NoRespondersError, RequestError, type NatsConnection } from '@nats-io/transport-node';

/** How often a relay may be looked for in vain before it is taken for gone: after a break not all are back in the same second. */
const PATIENCE = 3;
/** How long it may take to answer, ms. One that is busy has not gone. */
const ANSWER = 1_000;

const HERE = 'deskbell.relay.here';
const LEAVES = 'deskbell.relay.leaves';
const at = (id: string): string => `deskbell.relay.at.${id}`;

/** Whether nobody listens there any more: NATS knows that at once, also of a process that was killed. */
const isNobody = (fault: unknown): boolean =>
  fault instanceof NoRespondersError || (fault instanceof RequestError && fault.isNoResponders());

/** The other relays at the same NATS. Notices who goes without a goodbye: what it saved last it may have told nobody. */
export class Neighbours {
  readonly #id = crypto.randomUUID();
  /** How often each was looked for in vain. */
  readonly #known = new Map<string, number>();
  #isLooking = false;

  /** Says on a new connection that this relay is there. */
  join(nats: NatsConnection): void {
    nats.subscribe(at(this.#id), { callback: (_, message) => void message.respond() });
    nats.subscribe(HERE, { callback: (_, message) => this.#meet(nats, message.string()) });
    nats.subscribe(LEAVES, { callback: (_, message) => void this.#known.delete(message.string()) });
    nats.publish(HERE, this.#id);
  }

  /** Looks whether all are there still; to be called about once a second. Returns how many have gone. */
  async look(nats: NatsConnection): Promise<number> {
    if (this.#isLooking) return 0;
    this.#isLooking = true;
    const found = await Promise.all([...this.#known.keys()].map((id) => this.#isGone(nats, id)));
    this.#isLooking = false;
    return found.filter(Boolean).length;
  }

  /** This relay ends in order: it has told everything. */
  leave(nats: NatsConnection): void {
    if (!nats.isClosed()) nats.publish(LEAVES, this.#id);
  }

  /** Whoever is new does not know this one either. */
  #meet(nats: NatsConnection, id: string): void {
    const isNew = !this.#known.has(id);
    this.#known.set(id, 0);
    if (isNew) nats.publish(HERE, this.#id);
  }

  async #isGone(nats: NatsConnection, id: string): Promise<boolean> {
    // Where it is this relay that does not reach NATS, nothing is known of the others.
    const isThere = await nats.request(at(id), '', { timeout: ANSWER }).then(
      () => true,
      (fault: unknown) => !isNobody(fault),
    );
    const before = this.#known.get(id);
    if (before === undefined) return false;
    this.#known.set(id, isThere ? 0 : before + 1);
    return !isThere && before + 1 >= PATIENCE && this.#known.delete(id);
  }
}
