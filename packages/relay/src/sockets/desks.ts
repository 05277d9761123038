import type { Named } from '@deskbell/protocol/people.js';
import type { Logger } from 'pino';
import { topics, type Envelope, type Hub, type Subscriber } from '../hub/hub.js';

/** An agent's socket at a desk. */
export interface Seated extends Subscriber {
  readonly person: Pick<Named, 'id'> & { readonly workspace: string };
}

/** A row that not everybody was told of yet. */
interface Row {
  newest: Envelope;
  /** What took it out of the sight of colleagues meanwhile, which what came after does not tell them. */
  left: Envelope | undefined;
}

interface DesksDeps {
  readonly hub: Pick<Hub, 'subscribe' | 'unsubscribe'>;
  readonly log: Pick<Logger, 'error'>;
  readonly now: () => number;
  /** How long colleagues are told nothing after they were told something, ms. */
  readonly pause: number;
}

/** The agents' sockets of one workspace, by the agent. */
class Desk implements Subscriber {
  readonly #seats = new Map<string, Set<Seated>>();
  readonly #rows = new Map<string, Row>();
  readonly #deps: DesksDeps;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(deps: DesksDeps) {
    this.#deps = deps;
  }

  add(seated: Seated): void {
    const { id } = seated.person;
    const seats = this.#seats.get(id);
    if (seats) seats.add(seated);
    else this.#seats.set(id, new Set([seated]));
  }

  /** Returns whether nobody is left. */
  remove(seated: Seated): boolean {
    const { id } = seated.person;
    const seats = this.#seats.get(id);
    if (seats?.delete(seated) && seats.size === 0) this.#seats.delete(id);
    return this.#seats.size === 0;
  }

  deliver(envelope: Envelope): void {
    const { told } = envelope;
    if (told.kind !== 'changed') return this.#tellAll(envelope);
    const { id, agent, offer } = told.summary;
    // Who works on it, or is asked to, hears of it now.
    for (const concerned of new Set([agent?.id, offer?.agent.id])) this.#tell(concerned, envelope);
    this.#rows.set(id, { newest: envelope, left: told.taken ? envelope : this.#rows.get(id)?.left });
    this.flush();
  }

  /** Tells the others, unless they have just been told. */
  flush(): void {
    const at = this.#deps.now();
    // A clock that was set back must not silence anybody.
    if (this.#rows.size === 0 || Math.abs(at - this.#toldAt) < this.#deps.pause) return;
    this.#toldAt = at;
    const rows = [...this.#rows.values()];
    this.#rows.clear();
    for (const { newest, left } of rows) {
      if (left && left !== newest) this.#tellAll(left);
      this.#tellOthers(newest);
    }
  }

  #tell(agent: string | undefined, envelope: Envelope): void {
    for (const seated of this.#seats.get(agent ?? '') ?? []) this.#give(seated, envelope);
  }

  #tellAll(envelope: Envelope): void {
    for (const seats of this.#seats.values()) for (const seated of seats) this.#give(seated, envelope);
  }

  #tellOthers(envelope: Envelope): void {
    const { told } = envelope;
    if (told.kind !== 'changed') return;
    const { agent, offer } = told.summary;
    for (const [id, seats] of this.#seats) {
      if (id === agent?.id || id === offer?.agent.id) continue;
      for (const seated of seats) this.#give(seated, envelope);
    }
  }

  #give(seated: Seated, envelope: Envelope): void {
    try {
      seated.deliver(envelope);
    } catch (error) {
      this.#deps.log.error({ err: error }, 'an agent could not be told; the others are told all the same');
    }
  }
}

/**
 * Tells agents of the rows in their sight: those whom a row concerns at once, their colleagues at once as well, unless more changes than
 * anybody can read. Then they get the newest of each row at an even pace, all together: two hundred agents and a hundred changes a second
 * are twenty thousand frames, which took most of a relay's time.
 */
export class Desks {
  readonly #deps: DesksDeps;
  readonly #desks = new Map<string, Desk>();

  constructor(deps: DesksDeps) {
    this.#deps = deps;
  }

  join(seated: Seated): void {
    const { workspace } = seated.person;
    const known = this.#desks.get(workspace);
    if (known) return known.add(seated);
    const desk = new Desk(this.#deps);
    desk.add(seated);
    this.#desks.set(workspace, desk);
    this.#deps.hub.subscribe(topics.desk(workspace), desk);
  }

  leave(seated: Seated): void {
    const { workspace } = seated.person;
    const desk = this.#desks.get(workspace);
    if (!desk?.remove(seated)) return;
    this.#desks.delete(workspace);
    this.#deps.hub.unsubscribe(topics.desk(workspace), desk);
  }

  /** Tells what could not be told at once; to be called every `pause`. */
  flush(): void {
    for (const desk of this.#desks.values()) desk.flush();
  }
}
