import type { Agreement } from './agreement.js';
import type { LinkClock } from './surroundings.js';
import { Turns } from './turns.js';

/** Bytes of a frame in one record: with what is around it, small enough for every data channel and for the relay. */
const PIECE = 16_000;
/** The largest frame that is put together, in bytes: a page can be large, but not without end. */
const LARGEST = 32 * 1_048_576;
/** Bytes that may be on their way at once. The rest waits here, so that neither a way nor the relay fills up. */
const WINDOW = 1_048_576;
/** Bytes that may wait before the whole is begun anew. */
const MOST = 2 * LARGEST;
/** How long the other side may wait to hear what was taken, in ms and bytes. */
const TELLS_AFTER = 100;
const TELLS_AT = 65_536;

// A record: what it is, its number (32 bits), and what is sealed. The number is the nonce, and each direction has a key of its own.
const DATA = 0;
const TAKEN = 1;
const HEAD = 5;

interface Waiting {
  readonly record: Uint8Array<ArrayBuffer>;
  readonly size: number;
}

export interface StreamListener {
  /** Puts a record on a way; false where there is none. */
  carry(record: Uint8Array<ArrayBuffer>): boolean;
  frame(frame: Uint8Array<ArrayBuffer>): void;
  /** What came was not from the other side, or not as it was sent, or too much waits. Nothing more comes out. */
  broke(): void;
}

const numbered = (kind: number, count: number, sealed: ArrayBuffer): Uint8Array<ArrayBuffer> => {
  const record = new Uint8Array(HEAD + sealed.byteLength);
  record[0] = kind;
  new DataView(record.buffer).setUint32(1, count);
  record.set(new Uint8Array(sealed), HEAD);
  return record;
};

/**
 * Frames, sealed, in order and once, whatever ways their records take: each is kept until the other side has said that it took it, and goes again
 * over the next way as it was sealed. What is forged, cut out or put elsewhere ends the stream; what comes twice is dropped.
 */
export class SealedStream {
  /** Bytes given to `send` that the other side has not taken. */
  waiting = 0;
  readonly #agreement: Agreement;
  readonly #clock: LinkClock;
  readonly #listener: StreamListener;
  /** Sealed and not known to be taken, in order; the first `#out` of them are on their way, `#flying` bytes. */
  readonly #kept: Waiting[] = [];
  #out = 0;
  #flying = 0;
  /** Records that were begun, and that the other side took. */
  #count = 0;
  #gone = 0;
  /** Records that came, and that were opened. */
  #came = 0;
  #taken = 0;
  #tellings = 0;
  #told = 0;
  #owed = 0;
  #timer: unknown;
  #parts: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;
  readonly #sealing = new Turns();
  readonly #opening = new Turns();
  #isOver = false;

  constructor(agreement: Agreement, clock: LinkClock, listener: StreamListener) {
    this.#agreement = agreement;
    this.#clock = clock;
    this.#listener = listener;
  }

  send(frame: Uint8Array): void {
    for (let at = 0; at < frame.length || at === 0; at += PIECE) {
      const piece = frame.subarray(at, at + PIECE);
      const plain = new Uint8Array(1 + piece.length);
      plain[0] = at + PIECE >= frame.length ? 1 : 0;
      plain.set(piece, 1);
      const count = this.#count++;
      const sealed = this.#seal(DATA, count, plain);
      this.waiting += piece.length;
      this.#sealing.add(async () => {
        this.#kept.push({ record: numbered(DATA, count, await sealed), size: piece.length });
        this.#pump();
      });
    }
    if (this.waiting > MOST) this.#break();
  }

  /** There is another way, or the same again: whatever may not have arrived goes over it. */
  carryOn(): void {
    this.#out = 0;
    this.#flying = 0;
    this.tell();
    this.#pump();
  }

  /** Says how much was taken; also shows that this side lives. */
  tell(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#owed = 0;
    const plain = new Uint8Array(4);
    new DataView(plain.buffer).setUint32(0, this.#taken);
    const telling = this.#tellings++;
    const sealed = this.#seal(TAKEN, telling, plain);
    // One after the other, as they are sealed: an older one that came later would be dropped.
    this.#sealing.add(async () => {
      const record = numbered(TAKEN, telling, await sealed);
      if (!this.#isOver) this.#listener.carry(record);
    });
  }

  take(record: Uint8Array<ArrayBuffer>): void {
    if (this.#isOver) return;
    if (record.length < HEAD + 16) return this.#break();
    const kind = record[0] ?? 0;
    const count = new DataView(record.buffer, record.byteOffset).getUint32(1);
    if (kind === TAKEN) {
      // Older than the last: it says nothing new.
      if (count < this.#told) return;
      this.#told = count + 1;
    } else {
      // It went over both ways.
      if (kind === DATA && count < this.#came) return;
      if (kind !== DATA || count > this.#came) return this.#break();
      this.#came += 1;
    }
    // What fails is looked at in its turn.
    const opened = crypto.subtle.decrypt(this.#with(kind, count), this.#agreement.takes, record.subarray(HEAD)).catch(() => undefined);
    this.#opening.add(async () => {
      const plain = await opened;
      if (this.#isOver) return;
      if (!plain) this.#break();
      else if (kind === TAKEN) this.#drop(new DataView(plain).getUint32(0));
      else this.#put(new Uint8Array(plain));
    });
  }

  close(): void {
    this.#isOver = true;
    this.#clock.clearTimeout(this.#timer);
  }

  #with(kind: number, count: number): AesGcmParams {
    const iv = new Uint8Array(12);
    iv[0] = kind;
    new DataView(iv.buffer).setUint32(8, count);
    return { name: 'AES-GCM', iv };
  }

  #seal(kind: number, count: number, plain: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
    return crypto.subtle.encrypt(this.#with(kind, count), this.#agreement.sends, plain);
  }

  #pump(): void {
    for (let next = this.#kept[this.#out]; next && !this.#isOver; next = this.#kept[this.#out]) {
      if (this.#flying > WINDOW || !this.#listener.carry(next.record)) return;
      this.#out += 1;
      this.#flying += next.size;
    }
  }

  /** The other side took everything before this. */
  #drop(taken: number): void {
    if (taken > this.#gone + this.#kept.length) return this.#break();
    const dropped = this.#kept.splice(0, Math.max(0, taken - this.#gone));
    this.#gone += dropped.length;
    // Of what goes again some was taken before it went.
    for (const { size } of dropped.slice(0, this.#out)) this.#flying -= size;
    for (const { size } of dropped) this.waiting -= size;
    this.#out = Math.max(0, this.#out - dropped.length);
    this.#pump();
  }

  #put(plain: Uint8Array<ArrayBuffer>): void {
    this.#taken += 1;
    this.#owe(plain.length);
    this.#parts.push(plain.subarray(1));
    this.#size += plain.length - 1;
    if (this.#size > LARGEST) return this.#break();
    if (plain[0] === 0) return;
    const frame = new Uint8Array(this.#size);
    let at = 0;
    for (const part of this.#parts) {
      frame.set(part, at);
      at += part.length;
    }
    this.#parts = [];
    this.#size = 0;
    this.#listener.frame(frame);
  }

  #owe(bytes: number): void {
    this.#owed += bytes;
    if (this.#owed > TELLS_AT) this.tell();
    else this.#timer ??= this.#clock.setTimeout(() => this.tell(), TELLS_AFTER);
  }

  #break(): void {
    if (this.#isOver) return;
    this.close();
    this.#listener.broke();
  }
}
