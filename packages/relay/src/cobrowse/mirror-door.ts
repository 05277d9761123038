import type { MirrorSide } from '@deskbell/protocol/cobrowse.js';
import { COBROWSE_SOCKET } from '@deskbell/protocol/cobrowse.js';
import type { Door, Knock, Welcome } from '../sockets/door.js';
import { Guests } from '../sockets/guests.js';
import { MirrorEnd, type MirrorDeps } from './mirror-end.js';

/** A sealed record with what is around it, or the longest word. */
const LARGEST = 24 * 1_024;

/** The door for the two ends of co-browse sessions. */
export class MirrorDoor implements Door {
  readonly path = COBROWSE_SOCKET;
  readonly largest = LARGEST;
  readonly #deps: MirrorDeps;
  readonly #ends: Guests<MirrorEnd>;

  constructor(deps: MirrorDeps) {
    this.#deps = deps;
    this.#ends = new Guests(deps.limits);
  }

  get size(): number {
    return this.#ends.all.size;
  }

  /** The sessions of which that side is here. */
  present(side: MirrorSide): string[] {
    return [...this.#ends.all].flatMap(({ joining }) => (joining?.side === side ? [joining.session.id] : []));
  }

  hasRoomFor(address: string): boolean {
    return this.#ends.hasRoomFor(address);
  }

  open({ address, origin }: Knock): Welcome {
    return (socket, stream) => new MirrorEnd(this.#deps, this.#ends, socket, stream, address, origin);
  }

  check(now: number): void {
    this.#ends.check(now);
  }

  drain(): Promise<void> {
    return this.#ends.drain();
  }

  terminate(): void {
    this.#ends.terminate();
  }
}
