import { sideOf, type Person } from '@deskbell/protocol/people.js';
import type { Metrics } from '../metrics.js';
import { Counts } from './counts.js';
import type { Limits } from './limits.js';
import type { Session } from './session.js';

const keyOf = ({ id, role, workspace }: Person): string => `${workspace}/${sideOf(role)}/${id}`;

/** All sessions of this relay. */
export class Sessions {
  readonly #all = new Set<Session>();
  readonly #addresses = new Counts();
  readonly #people = new Counts();
  readonly #limits: Limits;
  readonly #metrics: Metrics;
  #emptied: (() => void) | undefined;

  constructor(limits: Limits, metrics: Metrics) {
    this.#limits = limits;
    this.#metrics = metrics;
  }

  get size(): number {
    return this.#all.size;
  }

  hasRoomFor(address: string): boolean {
    return this.#addresses.get(address) < this.#limits.connectionsPerAddress;
  }

  add(session: Session): void {
    this.#all.add(session);
    this.#addresses.add(session.address, 1);
  }

  /** Counts a person's socket; false where they have too many. */
  admit(person: Person): boolean {
    const key = keyOf(person);
    if (this.#people.get(key) >= this.#limits.connectionsPerPerson) return false;
    this.#people.add(key, 1);
    this.#metrics.connected(sideOf(person.role));
    return true;
  }

  remove(session: Session): void {
    if (!this.#all.delete(session)) return;
    this.#addresses.add(session.address, -1);
    const { member } = session;
    if (member) {
      this.#people.add(keyOf(member.person), -1);
      this.#metrics.disconnected(member.side);
    }
    if (this.#all.size === 0) this.#emptied?.();
  }

  /** The agents whose sockets are here, each once. */
  agents(): { workspace: string; id: string }[] {
    const found = new Map<string, { workspace: string; id: string }>();
    for (const { member } of this.#all) {
      if (member?.side !== 'agent') continue;
      const { workspace, id } = member.person;
      found.set(`${workspace}/${id}`, { workspace, id });
    }
    return [...found.values()];
  }

  /** One look at every session, for what has to happen without a frame. */
  check(now: number): void {
    for (const session of this.#all) session.check(now);
  }

  /** Cuts whoever is still there. */
  terminate(): void {
    for (const session of this.#all) session.terminate();
  }

  /** Says goodbye to all, after what is under way was saved and told: come back at once, another relay or the next one is there. */
  async drain(): Promise<void> {
    await Promise.all([...this.#all].map((session) => session.retire()));
    for (const session of this.#all) session.close('restart');
    if (this.#all.size > 0) await new Promise<void>((resolve) => (this.#emptied = resolve));
  }
}
