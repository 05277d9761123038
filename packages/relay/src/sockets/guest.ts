import type { Duplex } from 'node:stream';
import { CLOSES, type CloseName } from '@deskbell/protocol/closes.js';
import { Bucket } from './limits.js';
import type { GuestDeps, Guests } from './guests.js';
import type { RelaySocket, Visitor } from './relay-socket.js';
import { CLOSING, OPENING, SILENCE } from './patience.js';

/** RFC 6455: what was to be done is done. */
const DONE = 1_000;

/** Our end of a socket that is not a session of the desk: its limits, its silences and its goodbye. Keeps no timer: `check` is called for all by one. */
export abstract class Guest implements Visitor {
  /** Where it came from, for the limits. */
  readonly address: string;
  protected readonly deps: GuestDeps;
  readonly #guests: Guests<Guest>;
  readonly #socket: RelaySocket;
  readonly #stream: Duplex;
  readonly #frames: Bucket;
  readonly #bytes: Bucket;
  #state: 'fresh' | 'in' | 'closing' = 'fresh';
  #heardAt: number;
  #closingSince = 0;

  constructor(deps: GuestDeps, guests: Guests<Guest>, socket: RelaySocket, stream: Duplex, address: string) {
    this.address = address;
    this.deps = deps;
    this.#guests = guests;
    this.#socket = socket;
    this.#stream = stream;
    this.#heardAt = deps.now();
    this.#frames = new Bucket(deps.limits.frameBurst, this.#heardAt);
    this.#bytes = new Bucket(deps.limits.byteBurst, this.#heardAt);
    guests.add(this);
  }

  receive(data: Buffer, isBinary: boolean): void {
    if (this.#state === 'closing') return;
    const { limits, now } = this.deps;
    this.#heardAt = now();
    // What is passed on is held back where there is too much of it, and not lost; words that are too many have no good reason.
    if (!this.#bytes.take(limits.byteBurst, limits.bytesPerSecond, this.#heardAt, data.length)) this.#socket.pause();
    if (isBinary) return this.takeBytes(data);
    if (!this.#frames.take(limits.frameBurst, limits.framesPerSecond, this.#heardAt)) return this.close('too-many');
    let value: unknown;
    try {
      value = JSON.parse(data.toString());
    } catch {
      return this.close('malformed');
    }
    this.take(value);
  }

  send(data: string | Buffer): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#stream.writableLength > this.deps.limits.unreadBytes) return this.close('slow-reader');
    this.#socket.send(data, { binary: typeof data !== 'string' });
  }

  /** @param name - Why; left out where there is nothing more to do. */
  close(name?: CloseName): void {
    if (this.#state === 'closing') return;
    this.#state = 'closing';
    this.#closingSince = this.deps.now();
    if (name) this.deps.metrics.closed(name);
    // A socket that is held back would not hear the other side's goodbye.
    this.#socket.resume();
    this.#socket.close(name ? CLOSES[name].code : DONE, name);
    this.leave();
  }

  terminate(): void {
    this.#socket.terminate();
  }

  /** Looks whether the other side is still there. Called about once a second. */
  check(now: number): void {
    if (this.#state !== 'closing' && this.#socket.readyState === this.#socket.CLOSING) {
      this.#state = 'closing';
      this.#closingSince = now;
    }
    if (this.#state === 'closing') {
      if (now - this.#closingSince >= CLOSING) this.#socket.terminate();
      return;
    }
    const { byteBurst, bytesPerSecond } = this.deps.limits;
    if (this.#socket.isPaused && this.#bytes.take(byteBurst, bytesPerSecond, now, 1)) {
      this.#heardAt = now;
      this.#socket.resume();
    }
    if (now - this.#heardAt >= (this.#state === 'fresh' ? OPENING : SILENCE)) this.close(this.#state === 'fresh' ? 'too-late' : 'silent');
  }

  fail(code: string | undefined): void {
    if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') this.deps.metrics.closed('too-large');
  }

  end(): void {
    this.#state = 'closing';
    this.#guests.remove(this);
    this.leave();
  }

  /** Whether there is nobody to speak with any more. */
  protected isClosing(): boolean {
    return this.#state === 'closing';
  }

  /** It has said who it is. */
  protected letIn(): void {
    if (this.#state === 'fresh') this.#state = 'in';
  }

  /** A word, as JSON has it. */
  protected abstract take(value: unknown): void;
  protected abstract takeBytes(bytes: Buffer): void;
  /** Nothing of it stays behind; may be called twice. */
  protected abstract leave(): void;
}
