import type { Cobrowse } from '@deskbell/protocol/cobrowse.js';
import { FRAME, type Channel, type ChannelListener } from '../channel.js';
import type { AgentWord, CustomerWord } from '../words.js';

/** The agent's end of a channel, whose other end is a test. */
export class ChannelByHand implements Channel {
  readonly waiting = 0;
  way: Channel['way'];
  safety: string | undefined;
  isClosed = false;
  /** What this end said, the oldest first. */
  readonly words: AgentWord[] = [];
  readonly #listener: ChannelListener;

  constructor(listener: ChannelListener) {
    this.#listener = listener;
  }

  send(frame: Uint8Array): void {
    if (frame[0] === FRAME.word) this.words.push(JSON.parse(new TextDecoder().decode(frame.subarray(1))) as AgentWord);
  }

  tell(): void {
    // The customer's side only.
  }

  close(): void {
    this.isClosed = true;
  }

  meet(way: Channel['way'] = 'relay', safety?: string): void {
    this.way = way;
    this.safety = safety;
    this.#listener.met();
  }

  /** Frames of the stream come, a byte each. */
  mirrors(...parts: readonly number[]): void {
    for (const part of parts) this.frame(new Uint8Array([FRAME.mirror, part]));
  }

  says(word: CustomerWord): void {
    this.saysText(JSON.stringify(word));
  }

  saysText(json: string): void {
    this.frame(new Uint8Array([FRAME.word, ...new TextEncoder().encode(json)]));
  }

  frame(frame: Uint8Array): void {
    this.#listener.frame(frame);
  }

  part(why: Parameters<ChannelListener['parted']>[0]): void {
    this.way = undefined;
    this.#listener.parted(why);
  }

  end(why: string): void {
    this.#listener.ended(why);
  }

  tellsState(session: Cobrowse): void {
    this.#listener.changed?.(session);
  }
}
