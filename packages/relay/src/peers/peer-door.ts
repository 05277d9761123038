import { PEERS_PATH } from '@deskbell/protocol/cobrowse.js';
import type { RefusalCode } from '@deskbell/protocol/refusals.js';
import type { Door, Knock, Welcome } from '../sockets/door.js';
import { Guests, type GuestDeps } from '../sockets/guests.js';
import type { PeerPasses } from './peer-passes.js';
import { PeerSocket } from './peer-socket.js';

/** The longest word: the description of a call with sound and pictures, with room to spare. */
const LARGEST = 64 * 1_024;

/**
 * The door for the signalling of PeerJS, about as its own server has it. Its token stands in the address, so it is taken before anything is opened,
 * is good for nothing afterwards, and no address of this kind is written down anywhere.
 */
export class PeerDoor implements Door {
  readonly path = `${PEERS_PATH}/peerjs`;
  readonly largest = LARGEST;
  readonly #deps: GuestDeps;
  readonly #passes: PeerPasses;
  readonly #peers: Guests<PeerSocket>;

  constructor(deps: GuestDeps, passes: PeerPasses) {
    this.#deps = deps;
    this.#passes = passes;
    this.#peers = new Guests(deps.limits);
  }

  get size(): number {
    return this.#peers.all.size;
  }

  hasRoomFor(address: string): boolean {
    return this.#peers.hasRoomFor(address);
  }

  async open({ query, address }: Knock): Promise<Welcome | RefusalCode> {
    const grant = await this.#passes.take(query.get('id') ?? '', query.get('token') ?? '');
    if (!grant) return 'unauthorized';
    // In a call whoever comes back takes the place of their old socket, which may not have noticed yet that its network is gone.
    const isTaken = (): boolean => grant.purpose !== 'call' && [...this.#peers.all].some((peer) => peer.grant.id === grant.id);
    return (socket, stream) => new PeerSocket(this.#deps, this.#peers, socket, stream, address, grant, isTaken());
  }

  check(now: number): void {
    this.#passes.check(now);
    this.#peers.check(now);
  }

  drain(): Promise<void> {
    return this.#peers.drain();
  }

  terminate(): void {
    this.#peers.terminate();
  }
}
