import type { Socket } from '../socket.js';
import { socketPair, type Deliver, type FarSocket } from './socket-pair.js';

/** What lies between sessions and the simulated relay: up, or down. */
export class SimulatedNetwork {
  readonly #line: (() => Deliver) | undefined;
  readonly #sockets = new Set<FarSocket>();
  #up = true;
  #loud = true;
  /** How many sockets were opened so far. */
  opened = 0;

  /** @param line how the frames of one socket travel; as soon as the present task is over where it is left out. */
  constructor(line?: () => Deliver) {
    this.#line = line;
  }

  get up(): boolean {
    return this.#up;
  }

  connect(arrive: (far: FarSocket) => void): Socket {
    const { near, far } = socketPair(this.#line?.());
    this.opened++;
    if (this.#up) {
      this.#sockets.add(far);
      arrive(far);
    } else far.cut(this.#loud);
    return near;
  }

  /**
   * Takes the network away until `restore`. A loud end is noticed at once, as when a cable is pulled; a silent one only as nothing is heard
   * any longer.
   */
  drop(loud = true): void {
    this.#up = false;
    this.#loud = loud;
    this.cut(loud);
  }

  /** Ends every socket, but new ones get through. */
  cut(loud = true): void {
    for (const far of this.#sockets) far.cut(loud);
    this.#sockets.clear();
  }

  restore(): void {
    this.#up = true;
  }
}
