import { FRAME } from '../channel.js';
import { BEGINS, PIECE } from './codes.js';
import { Deflate } from './deflate.js';
import { Writer } from './writer.js';

/** After so many bytes a place between two calls is noted, at which a frame may end. */
const STEP = 8_192;

/** Cuts what is written into frames, each deflated with all that went before as its dictionary. */
export class Frames {
  readonly writer = new Writer();
  /** The number of the last frame. */
  number = 0;
  readonly #send: (frame: Uint8Array) => void;
  #deflate = new Deflate();
  #begins = true;
  #marks: number[] = [];

  constructor(send: (frame: Uint8Array) => void) {
    this.#send = send;
  }

  /** A stream of its own; what waits is dropped. */
  begin() {
    this.writer.end = 0;
    this.writer.forget();
    this.#deflate = new Deflate();
    this.#begins = true;
    this.#marks = [];
  }

  call(code: number) {
    const { writer, marks } = this;
    if (writer.end - (marks.at(-1) ?? 0) >= STEP) marks.push(writer.end);
    writer.byte(code);
  }

  flush(): boolean {
    const { writer } = this;
    if (!writer.end) return false;
    const end = this.#cut();
    const body = this.#deflate.frame(writer.bytes.subarray(0, end));
    writer.shift(end);
    this.#marks = this.#marks.map((mark) => mark - end).filter((mark) => mark > 0);
    const head = this.#head();
    const frame = new Uint8Array(head.length + body.length);
    frame.set(head);
    frame.set(body, head.length);
    this.#send(frame);
    return writer.end > 0;
  }

  #head(): number[] {
    this.number += 1;
    const head = [FRAME.mirror, this.#begins ? BEGINS : 0];
    this.#begins = false;
    let rest = this.number;
    for (; rest > 127; rest = Math.floor(rest / 128)) head.push((rest % 128) | 128);
    return [...head, rest];
  }

  /** Where the next frame ends: between two calls, but where one of them is larger than a frame. */
  #cut(): number {
    const { end } = this.writer;
    return end <= PIECE ? end : (this.#marks.findLast((mark) => mark <= PIECE) ?? PIECE);
  }
}
