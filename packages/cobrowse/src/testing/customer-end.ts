import { FRAME, type Channel } from '../channel.js';
import type { ChannelOptions } from '../link/channel.js';
import type { AgentWord, CustomerWord } from '../words.js';

/** The customer's end of a channel, whose other end is a test. */
export class CustomerEnd implements Channel {
  waiting = 0;
  way: Channel['way'];
  safety: string | undefined;
  isClosed = false;
  /** Every part of the mirror that was sent, the oldest first. */
  readonly mirrored: Uint8Array[] = [];
  readonly words: CustomerWord[] = [];
  /** What the relay was told for the audit trail. */
  readonly told: string[] = [];
  readonly #options: ChannelOptions;

  constructor(options: ChannelOptions) {
    this.#options = options;
  }

  send(frame: Uint8Array): void {
    if (this.isClosed) throw new Error('the channel is closed');
    if (frame[0] === FRAME.mirror) this.mirrored.push(frame.slice());
    else this.words.push(JSON.parse(new TextDecoder().decode(frame.subarray(1))) as CustomerWord);
  }

  tell(what: string, page?: string): void {
    this.told.push(page === undefined ? what : `${what} ${page}`);
  }

  close(): void {
    this.isClosed = true;
    this.way = undefined;
  }

  /** Asks for a pass as often as the real one does, and meets the agent by it. */
  async meet(way: Channel['way'] = 'peer'): Promise<string | undefined> {
    const pass = await this.#options.pass();
    if (pass === undefined) this.#options.listener.ended('gone');
    else {
      this.way = way;
      this.safety = '482193';
      this.#options.listener.met();
    }
    return pass;
  }

  says(word: AgentWord): void {
    this.saysText(JSON.stringify(word));
  }

  saysText(json: string): void {
    this.#options.listener.frame(new Uint8Array([FRAME.word, ...new TextEncoder().encode(json)]));
  }

  part(why: 'away' | 'unreachable' | 'elsewhere'): void {
    this.way = undefined;
    if (why === 'elsewhere') this.isClosed = true;
    this.#options.listener.parted(why);
  }

  end(why: string): void {
    this.isClosed = true;
    this.#options.listener.ended(why);
  }
}
