import { logSchemas } from '@deskbell/protocol/log-events.js';
import type { Deliver } from './socket-pair.js';

interface Parcel {
  readonly run: () => void;
  readonly frame: string;
}

/** What may come twice or in another order: events of a log, which relays tell each other over a bus. The rest of a socket keeps its order. */
const isLogged = ({ frame }: Parcel): boolean => frame !== '' && Object.hasOwn(logSchemas, (JSON.parse(frame) as { type: string }).type);

/** Everything that is under way between sessions, the relay and tabs. It moves only when a schedule says so, line by line. */
export class Traffic {
  readonly #lines: Parcel[][] = [];

  /** A line of its own, in which nothing overtakes anything by itself. */
  line(): (run: () => void, frame?: string) => void {
    const line: Parcel[] = [];
    this.#lines.push(line);
    return (run, frame = '') => line.push({ run, frame });
  }

  /** The two lines of a socket. */
  socket(): Deliver {
    const [up, down] = [this.line(), this.line()];
    return (run, direction, frame) => {
      (direction === 'up' ? up : down)(run, frame);
    };
  }

  get quiet(): boolean {
    return this.#lines.every((line) => line.length === 0);
  }

  /** Delivers the first of one line. */
  deliver(pick: number): void {
    this.#pick(pick)?.shift()?.run();
  }

  /** The first event of a log in one line comes twice. */
  repeat(pick: number): void {
    const line = this.#pick(pick);
    const parcel = line?.find(isLogged);
    if (line && parcel) line.push(parcel);
  }

  /** The first event of a log in one line comes last. */
  delay(pick: number): void {
    const line = this.#pick(pick);
    const index = line?.findIndex(isLogged) ?? -1;
    if (line && index >= 0) line.push(...line.splice(index, 1));
  }

  #pick(pick: number): Parcel[] | undefined {
    const busy = this.#lines.filter((line) => line.length > 0);
    return busy[pick % Math.max(1, busy.length)];
  }
}
