/** How much one client may ask for. */
export interface Limits {
  /** Messages of one socket: as many at once, and as many a second after that. */
  readonly messageBurst: number;
  readonly messagesPerSecond: number;
  /** Frames of any kind; beyond it the socket is closed. */
  readonly frameBurst: number;
  readonly framesPerSecond: number;
  /** Commands of one socket that wait for their turn. */
  readonly queued: number;
  /** Conversations that one socket follows. */
  readonly followed: number;
  /** Bytes that one socket has not read yet. */
  readonly unread: number;
  /** Of those who see a page together and of their peers: bytes of one socket, as many at once, and as many a second after that. */
  readonly byteBurst: number;
  readonly bytesPerSecond: number;
  /** Bytes that one of them has not read yet. */
  readonly unreadBytes: number;
  readonly guestsPerAddress: number;
  readonly connectionsPerAddress: number;
  readonly connectionsPerPerson: number;
}

export const DEFAULT_LIMITS: Limits = {
  messageBurst: 20,
  messagesPerSecond: 5,
  frameBurst: 200,
  framesPerSecond: 50,
  queued: 200,
  followed: 200,
  unread: 1_048_576,
  byteBurst: 16_777_216,
  bytesPerSecond: 4_194_304,
  unreadBytes: 4_194_304,
  guestsPerAddress: 200,
  connectionsPerAddress: 500,
  connectionsPerPerson: 30,
};

/** How long somebody who was too quick has to be quiet, ms. */
export const QUIET = 2_000;

/** A token bucket: `burst` at once, `rate` a second after that. Two numbers and no timer. */
export class Bucket {
  #left: number;
  #filledAt: number;

  constructor(burst: number, now: number) {
    this.#left = burst;
    this.#filledAt = now;
  }

  /** Takes one, or several; false where there are not as many left. */
  take(burst: number, rate: number, now: number, count = 1): boolean {
    // A clock that was set back must not take anything away.
    const passed = Math.max(0, now - this.#filledAt);
    this.#left = Math.min(burst, this.#left + (passed * rate) / 1_000);
    this.#filledAt = now;
    if (this.#left < count) return false;
    this.#left -= count;
    return true;
  }
}
