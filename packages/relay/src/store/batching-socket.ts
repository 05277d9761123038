import { Socket } from 'node:net';

type Written = (error?: Error | null) => void;

/** A socket that hands what is written in one go to the system in one call: of several statements asked together each would make its own. */
export class BatchingSocket extends Socket {
  #isHeld = false;

  override write(data: Uint8Array | string, encoding?: BufferEncoding | Written, written?: Written): boolean {
    if (!this.#isHeld) {
      this.#isHeld = true;
      this.cork();
      process.nextTick(() => {
        this.#isHeld = false;
        this.uncork();
      });
    }
    return typeof encoding === 'function' ? super.write(data, encoding) : super.write(data, encoding, written);
  }
}
