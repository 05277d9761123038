import { backoff } from '@deskbell/protocol/backoff.js';
import { CLOSES, closeName } from '@deskbell/protocol/closes.js';
import type { Down, Up } from '@deskbell/protocol/cobrowse.js';
import { parse, stringify } from '../json.js';
import type { LinkSocket, LinkSurroundings } from './surroundings.js';

/** Behind the relay's address. Written out: the schemas beside the constant of the protocol are not for the customer's browser. */
const PATH = '/v1/cobrowse/socket';
/** How long the socket may be silent before it is asked, and how long the answer may take, ms. */
const SILENCE = 4_000;
/** How long it may take to be let in, ms. */
const PATIENCE = 10_000;
/** How many words wait for the relay. */
const MOST_LATER = 50;
/** After so long in, the waits begin small again, ms. */
const HELD = 10_000;

export interface RelayLineOptions extends LinkSurroundings {
  /** `https://relay.example` */
  readonly relay: string;
  /** A new one each time; undefined where there is none any more. Rejects where the relay was not reached. */
  readonly pass: () => Promise<string | undefined>;
  readonly told: (down: Down) => void;
  readonly record: (record: Uint8Array<ArrayBuffer>) => void;
  /** It is gone, and being opened anew. */
  readonly lost: () => void;
  /** It is gone for good. */
  readonly over: (why: string) => void;
}

/** The socket to the relay, opened anew with a new pass whenever it is lost. */
export class RelayLine {
  readonly #options: RelayLineOptions;
  readonly #unwatch: () => void;
  #socket: LinkSocket | undefined;
  readonly #later: Up[] = [];
  #isIn = false;
  #inAt = 0;
  #timer: unknown;
  #attempt = 0;
  /** What an earlier attempt still brings is of no interest. */
  #turn = 0;

  constructor(options: RelayLineOptions) {
    this.#options = options;
    this.#unwatch = options.watch(() => {
      if (this.#isIn) this.#probe();
      else if (!this.#socket) void this.#open();
    });
    void this.#open();
  }

  /** Whether the relay has let it in. */
  get isIn(): boolean {
    return this.#isIn;
  }

  /** False where nobody is there to take it. */
  send(data: Up | Uint8Array<ArrayBuffer>): boolean {
    if (!this.#isIn) return false;
    this.#socket?.send(data instanceof Uint8Array ? data : stringify(data));
    return true;
  }

  /** Sends it now, or when the relay has let it in again. */
  sendSoon(data: Up): void {
    if (!this.send(data) && this.#later.length < MOST_LATER) this.#later.push(data);
  }

  /** Leaves, and comes back. */
  again(): void {
    this.#lose(false);
  }

  close(): void {
    this.#drop();
    this.#unwatch();
  }

  async #open(): Promise<void> {
    this.#drop();
    const turn = this.#turn;
    this.#wait(() => this.#lose(false), PATIENCE);
    try {
      const pass = await this.#options.pass();
      if (turn !== this.#turn) return;
      if (pass === undefined) this.#finish('gone');
      else this.#join(turn, pass);
    } catch {
      if (turn === this.#turn) this.#lose(false);
    }
  }

  #join(turn: number, pass: string): void {
    const { relay, openSocket } = this.#options;
    const socket = openSocket(relay.replace(/^http/, 'ws').replace(/\/$/, '') + PATH);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    socket.onopen = () => {
      if (turn === this.#turn) socket.send(stringify({ type: 'join', pass } satisfies Up));
    };
    socket.onmessage = ({ data }) => {
      if (turn === this.#turn) this.#take(data);
    };
    socket.onclose = ({ code }) => {
      if (turn !== this.#turn) return;
      const name = closeName(code);
      const then = name ? CLOSES[name].then : 'back-off';
      if (name && then === 'never') this.#finish(name);
      else this.#lose(then === 'now');
    };
  }

  #take(data: unknown): void {
    const { clock, told, record } = this.#options;
    if (data instanceof ArrayBuffer) return this.#isIn ? record(new Uint8Array(data)) : undefined;
    const down = parse(String(data)) as Down;
    if (down.type === 'joined') {
      this.#isIn = true;
      this.#inAt = clock.now();
      for (const up of this.#later.splice(0)) this.send(up);
    }
    // Set anew each time: browsers put timers that come from timers off in hidden pages, and by then the relay would have given this end up.
    this.#wait(() => this.#probe(), SILENCE);
    told(down);
  }

  #probe(): void {
    this.send({ type: 'ping' });
    this.#wait(() => this.#lose(false), SILENCE);
  }

  #lose(atOnce: boolean): void {
    const { clock, random, lost } = this.#options;
    if (this.#isIn && clock.now() - this.#inAt > HELD) this.#attempt = 0;
    this.#drop();
    this.#wait(() => void this.#open(), backoff(this.#attempt++, atOnce, random));
    lost();
  }

  #finish(why: string): void {
    this.close();
    this.#options.over(why);
  }

  #wait(then: () => void, ms: number): void {
    const { clock } = this.#options;
    clock.clearTimeout(this.#timer);
    this.#timer = clock.setTimeout(then, ms);
  }

  #drop(): void {
    this.#turn += 1;
    this.#isIn = false;
    this.#options.clock.clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }
}
