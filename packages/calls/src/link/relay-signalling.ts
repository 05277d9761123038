import { backoff } from '@deskbell/protocol/backoff.js';
import { CLOSES, closeName } from '@deskbell/protocol/closes.js';
import { browser } from '../browser.js';
import type { CallSocket, CallSurroundings } from '../surroundings.js';
import type { Line, LineListener, Signalling } from './signalling.js';
import type { Word } from './words.js';

/** Behind the relay's address. Written out: the schemas beside the constant of the protocol are not for the customer's browser. */
const PATH = '/v1/peers/peerjs';
/** The relay takes who says nothing for 30 s for gone; ms. */
const BEAT = 10_000;
/** How long it may take to be let in, ms. */
const PATIENCE = 5_000;
/** After so long in, the waits begin small again, ms. */
const HELD = 5_000;

/** What the relay gives for one way to one other: the token is good once, and not for long. */
export interface PeerPass {
  readonly id: string;
  readonly token: string;
  /** What the other is called there. */
  readonly other: string;
}

export interface RelaySignallingOptions {
  /** `https://relay.example` */
  readonly relay: string;
  /** A new one each time. Undefined where the two have nothing to say to each other any more; rejects where the relay was not reached. */
  readonly pass: (peer: string) => Promise<PeerPass | undefined>;
  /** What it stands on, for tests; the browser's own where left out. */
  readonly surroundings?: Partial<CallSurroundings>;
}

type Around = Omit<RelaySignallingOptions, 'surroundings'> & CallSurroundings;

/** The names under which the relay lets words of ours pass: PeerJS's. */
const ENVELOPES: Record<Word['type'], string> = {
  hello: 'CANDIDATE',
  offer: 'OFFER',
  answer: 'ANSWER',
  candidate: 'CANDIDATE',
  bye: 'CANDIDATE',
};

class RelayLine implements Line {
  readonly #peer: string;
  readonly #around: Around;
  readonly #listener: LineListener;
  #socket: CallSocket | undefined;
  #other = '';
  #isIn = false;
  #inAt = 0;
  #timer: unknown;
  #attempt = 0;
  /** What an earlier attempt still brings is of no interest. */
  #turn = 0;

  constructor(peer: string, around: Around, listener: LineListener) {
    this.#peer = peer;
    this.#around = around;
    this.#listener = listener;
    void this.#open();
  }

  say(word: Word): void {
    if (this.#isIn) this.#send({ type: ENVELOPES[word.type], dst: this.#other, payload: word });
  }

  again(): void {
    void this.#open();
  }

  close(): void {
    this.#drop();
  }

  async #open(): Promise<void> {
    this.#drop();
    const turn = this.#turn;
    this.#wait(() => this.#lose(false), PATIENCE);
    try {
      const pass = await this.#around.pass(this.#peer);
      if (turn !== this.#turn) return;
      if (pass) this.#join(turn, pass);
      else this.close();
    } catch {
      if (turn === this.#turn) this.#lose(false);
    }
  }

  #join(turn: number, { id, token, other }: PeerPass): void {
    const { relay, openSocket } = this.#around;
    const query = new URLSearchParams({ key: 'peerjs', id, token });
    const socket = openSocket(`${relay.replace(/^http/, 'ws').replace(/\/$/, '')}${PATH}?${query.toString()}`);
    this.#socket = socket;
    this.#other = other;
    socket.onmessage = ({ data }) => {
      if (turn === this.#turn) this.#take(JSON.parse(String(data)) as { type: string; payload?: unknown });
    };
    socket.onclose = ({ code }) => {
      if (turn !== this.#turn) return;
      const name = closeName(code);
      this.#lose(name !== undefined && CLOSES[name].then === 'now');
    };
  }

  #take({ type, payload }: { type: string; payload?: unknown }): void {
    if (type === 'OPEN') {
      this.#isIn = true;
      this.#inAt = this.#around.clock.now();
      this.#beat();
      this.#listener.opened();
    } else if (type === 'OFFER' || type === 'ANSWER' || type === 'CANDIDATE') this.#listener.heard(payload);
  }

  #beat(): void {
    this.#wait(() => {
      this.#send({ type: 'HEARTBEAT' });
      this.#beat();
    }, BEAT);
  }

  #send(message: unknown): void {
    this.#socket?.send(JSON.stringify(message));
  }

  #lose(atOnce: boolean): void {
    const { clock, random } = this.#around;
    if (this.#isIn && clock.now() - this.#inAt > HELD) this.#attempt = 0;
    this.#drop();
    this.#wait(() => void this.#open(), backoff(this.#attempt++, atOnce, random));
  }

  #wait(then: () => void, ms: number): void {
    const { clock } = this.#around;
    clock.clearTimeout(this.#timer);
    this.#timer = clock.setTimeout(then, ms);
  }

  #drop(): void {
    this.#turn += 1;
    this.#isIn = false;
    this.#around.clock.clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }
}

/** Signalling through the relay: a socket for each two who speak with each other, opened anew with a new pass whenever it is lost. */
export function relaySignalling({ surroundings, ...options }: RelaySignallingOptions): Signalling {
  const around = { ...browser, ...surroundings, ...options };
  return { open: (peer, listener) => new RelayLine(peer, around, listener) };
}
