import { backoff } from '@deskbell/protocol/backoff.js';
import { CLOSES, closeName, type CloseName } from '@deskbell/protocol/closes.js';
import type { Command } from '@deskbell/protocol/commands.js';
import type { LiveEventOf, RelayEvent } from '@deskbell/protocol/events.js';
import { parseEvent } from '@deskbell/protocol/parse.js';
import { REFUSALS, RelayError } from '@deskbell/protocol/refusals.js';
import { VERSION } from '@deskbell/protocol/version.js';
import type { Timer } from './clock.js';
import type { Connection } from './connection.js';
import { Heartbeat } from './heartbeat.js';
import type { Link, LinkListener } from './link.js';
import type { Socket } from './socket.js';
import type { Surroundings } from './surroundings.js';

/**
 * Gives the token to open a session with. `refused`: the last one was. Undefined where there is none to be had. Rejects with a
 * RelayError where the relay would not give one, and with anything else where nobody was reached.
 */
export type GiveToken = (refused: boolean) => Promise<string | undefined>;

export interface SocketLinkOptions extends Pick<Surroundings, 'clock' | 'random' | 'page' | 'openSocket'> {
  readonly address: string;
  readonly token: GiveToken;
  /** A token for the same person that lasts longer than the last. */
  readonly renewed: () => Promise<string | undefined>;
  readonly listener: LinkListener;
}

/** Milliseconds from the first step until the session has to be open. */
const PATIENCE = 10_000;

/** A session that held this long, in ms, was a good one: after it, the waits begin small again. */
const HELD = 10_000;

/** How long before its end a token is renewed, in ms; for short-lived ones a fifth of what they have. */
const EARLY = 60_000;

/** One WebSocket to the relay that is opened again whenever it is lost, until the relay or the owner says not to. */
export class SocketLink implements Link {
  readonly owns = true;
  #connection: Connection = { phase: 'idle' };
  readonly #options: SocketLinkOptions;
  readonly #heartbeat: Heartbeat;
  #socket: Socket | undefined;
  #retry: Timer;
  #deadline: Timer;
  #renewal: Timer;
  #unwatch: (() => void) | undefined;
  /** Which attempt this is; what an earlier one still brings is of no interest. */
  #turn = 0;
  #attempt = 0;
  #openedAt = 0;
  /** Milliseconds that the relay's clock is ahead. */
  #ahead = 0;
  #tokenRefused = false;

  constructor(options: SocketLinkOptions) {
    this.#options = options;
    this.#heartbeat = new Heartbeat(
      options.clock,
      () => {
        this.send({ type: 'ping' });
      },
      () => {
        this.#lose();
      },
    );
  }

  get connection(): Connection {
    return this.#connection;
  }

  connect(): void {
    const { phase } = this.#connection;
    if (phase !== 'idle' && phase !== 'ended') return;
    this.#unwatch ??= this.#options.page.watch((sign) => {
      if (sign === 'offline') this.#goneOffline();
      else if (sign !== 'frozen') this.#hurry();
    });
    this.#attempt = 0;
    this.#tokenRefused = false;
    this.#become({ phase: 'connecting' });
    void this.#open();
  }

  send(command: Command): void {
    if (this.#connection.phase === 'open') this.#socket?.send(JSON.stringify(command));
  }

  reopen(): void {
    const { phase } = this.#connection;
    if (phase === 'idle' || phase === 'ended') return;
    this.#tokenRefused = false;
    this.#become({ phase: 'connecting' });
    void this.#open();
  }

  close(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#drop();
    this.#become({ phase: 'idle' });
  }

  async #open(): Promise<void> {
    this.#drop();
    const turn = this.#turn;
    const { clock, address, token, openSocket } = this.#options;
    if (this.#connection.phase === 'lost') this.#become({ ...this.#connection, retryAt: clock.now() });
    this.#deadline = clock.setTimeout(() => {
      this.#lose();
    }, PATIENCE);
    try {
      const given = await token(this.#tokenRefused);
      if (turn !== this.#turn) return;
      if (given) this.#talk(openSocket(address), given);
      else this.#finish('no-token');
    } catch (error) {
      if (turn === this.#turn) this.#failWithoutToken(error);
    }
  }

  #talk(socket: Socket, token: string): void {
    this.#socket = socket;
    const turn = this.#turn;
    socket.onopen = () => {
      if (turn === this.#turn) socket.send(JSON.stringify({ type: 'session.open', version: VERSION, token } satisfies Command));
    };
    socket.onmessage = ({ data }) => {
      if (turn === this.#turn) this.#receive(data);
    };
    socket.onclose = ({ code }) => {
      if (turn === this.#turn) this.#closed(closeName(code));
    };
  }

  #receive(data: unknown): void {
    let event: RelayEvent | undefined;
    try {
      event = parseEvent(JSON.parse(String(data)));
    } catch {
      // What cannot be read may have been part of the log; the answer to the next follow brings it again.
      this.#lose();
      return;
    }
    if (event?.type === 'session.opened') this.#opened(event);
    if (this.#connection.phase === 'open') this.#heartbeat.heard();
    if (!event || event.type === 'pong') return;
    if (event.type === 'session.renewed') this.#renewBefore(event.expires);
    this.#options.listener.told(event);
  }

  #opened(event: LiveEventOf<'session.opened'>): void {
    const { clock } = this.#options;
    clock.clearTimeout(this.#deadline);
    this.#openedAt = clock.now();
    this.#tokenRefused = false;
    this.#ahead = event.now - this.#openedAt;
    this.#renewBefore(event.expires);
    this.#become({ phase: 'open' });
  }

  #renewBefore(expires: number): void {
    const { clock, renewed } = this.#options;
    const left = expires - clock.now() - this.#ahead;
    const turn = this.#turn;
    const renew = async () => {
      const token = await renewed();
      if (token && turn === this.#turn) this.send({ type: 'session.renew', token });
    };
    clock.clearTimeout(this.#renewal);
    this.#renewal = clock.setTimeout(
      () => {
        // Where none is to be had now the relay ends the session in time, and the way back begins with a new token.
        renew().catch(() => undefined);
      },
      Math.max(left * 0.8, left - EARLY),
    );
  }

  #closed(name: CloseName | undefined): void {
    const then = name ? CLOSES[name].then : 'back-off';
    if (name && then === 'never') this.#finish(name);
    else if (then === 'token' && this.#tokenRefused) this.#finish('unauthorized');
    else {
      this.#tokenRefused = then === 'token';
      this.#lose({ atOnce: then !== 'back-off' });
    }
  }

  #failWithoutToken(error: unknown): void {
    if (!(error instanceof RelayError)) this.#lose();
    else if (error.code === 'wrong-origin') this.#finish('wrong-origin');
    else if (error.code === 'slow-down' || REFUSALS[error.code].status >= 500) this.#lose({ atLeast: error.retryAfter });
    else this.#finish('no-token');
  }

  #lose({ atOnce = false, atLeast = 0 }: { atOnce?: boolean; atLeast?: number | undefined } = {}): void {
    const { clock, page, random } = this.#options;
    if (this.#connection.phase === 'open' && clock.now() - this.#openedAt > HELD) this.#attempt = 0;
    this.#drop();
    const wait = Math.max(atLeast, backoff(this.#attempt++, atOnce, random));
    this.#retry = clock.setTimeout(() => void this.#open(), wait);
    this.#become({ phase: 'lost', offline: !page.online, retryAt: clock.now() + wait });
  }

  #finish(why: CloseName | 'no-token'): void {
    this.#drop();
    this.#become({ phase: 'ended', why });
  }

  /** Something changed for the better: what is open shows that it lives, what is lost does not wait any longer. */
  #hurry(): void {
    const now = this.#connection;
    if (now.phase === 'open') this.#heartbeat.probe();
    else if (now.phase === 'lost' && now.retryAt > this.#options.clock.now()) void this.#open();
  }

  #goneOffline(): void {
    if (this.#connection.phase === 'open') this.#heartbeat.probe();
    else if (this.#connection.phase === 'lost') this.#become({ ...this.#connection, offline: true });
  }

  /** Forgets the socket and everything that was under way. */
  #drop(): void {
    const { clock } = this.#options;
    this.#turn++;
    for (const timer of [this.#retry, this.#deadline, this.#renewal]) clock.clearTimeout(timer);
    this.#heartbeat.stop();
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  #become(connection: Connection): void {
    this.#connection = connection;
    this.#options.listener.changed(connection);
  }
}
