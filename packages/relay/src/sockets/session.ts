import type { Duplex } from 'node:stream';
import { CLOSES, type CloseName } from '@deskbell/protocol/closes.js';
import type { Command, CommandOf } from '@deskbell/protocol/commands.js';
import { parseCommand } from '@deskbell/protocol/parse.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { openSession } from '../actions/open-session.js';
import { perform } from '../actions/table.js';
import { Bucket, QUIET } from './limits.js';
import { Member, type Outlet } from './member.js';
import { closeFor, mayComeFrom, readOpening } from './opening.js';
import { CLOSING, OPENING, SILENCE } from './patience.js';
import { refusalOf } from './refusal-of.js';
import type { RelaySocket, Visitor } from './relay-socket.js';
import type { SessionDeps } from './session-deps.js';
import type { Sessions } from './sessions.js';
import { Turns, type Performer } from './turns.js';

/** One socket: reads frames, and performs their commands in order. Keeps no timer: `check` is called for all sessions by one. */
export class Session implements Outlet, Performer, Visitor {
  /** Where it came from, for the limits; the name of an address, not the address of a person. */
  readonly address: string;
  member: Member | undefined;

  readonly #deps: SessionDeps;
  readonly #sessions: Sessions;
  readonly #socket: RelaySocket;
  readonly #stream: Duplex;
  readonly #origin: string | undefined;
  readonly #turns: Turns;
  readonly #messages: Bucket;
  readonly #frames: Bucket;
  #state: 'fresh' | 'begun' | 'retired' | 'closing' = 'fresh';
  #heardAt: number;
  #closingSince = 0;
  #quietUntil = 0;
  #rested: (() => void) | undefined;

  constructor(deps: SessionDeps, sessions: Sessions, socket: RelaySocket, stream: Duplex, address: string, origin: string | undefined) {
    this.address = address;
    this.#deps = deps;
    this.#sessions = sessions;
    this.#socket = socket;
    this.#stream = stream;
    this.#origin = origin;
    this.#turns = new Turns(this);
    this.#heardAt = deps.now();
    this.#messages = new Bucket(deps.limits.messageBurst, this.#heardAt);
    this.#frames = new Bucket(deps.limits.frameBurst, this.#heardAt);
  }

  receive(data: Buffer, isBinary: boolean): void {
    if (this.#state === 'retired' || this.#state === 'closing') return;
    const { limits, now } = this.#deps;
    this.#heardAt = now();
    if (!this.#frames.take(limits.frameBurst, limits.framesPerSecond, this.#heardAt)) return this.close('too-many');
    if (this.member && this.member.expires <= this.#heardAt) return this.close('unauthorized');
    if (isBinary) return this.close('malformed');
    let value: unknown;
    try {
      value = JSON.parse(data.toString());
    } catch {
      return this.close('malformed');
    }
    if (this.#state === 'fresh') return this.#begin(value);
    this.#take(value);
  }

  #begin(value: unknown): void {
    const opening = readOpening(value);
    if (typeof opening === 'string') return this.close(opening);
    this.#state = 'begun';
    this.#turns.wait(this.#open(opening));
  }

  async #open({ token }: CommandOf<'session.open'>): Promise<void> {
    try {
      const identified = await this.#deps.tokens.identify(token);
      if (this.#state !== 'begun') return;
      if (!mayComeFrom(this.#deps, this.#origin, identified)) return this.close('wrong-origin');
      if (!this.#sessions.admit(identified.person)) return this.close('too-many');
      // Whoever is admitted is a member from here on, and counted out when the socket goes.
      this.member = new Member(this.#deps, this, identified);
      await openSession(this.#deps, this.member, identified.expires);
      this.member.opened();
    } catch (fault) {
      if (!(fault instanceof RelayError)) this.#deps.log.error({ err: fault }, 'a session could not be opened');
      this.close(closeFor(fault));
    }
  }

  #take(value: unknown): void {
    let command: Command;
    try {
      command = parseCommand(value);
    } catch (fault) {
      return this.refuse(value, fault);
    }
    // A heartbeat has no place in the order: it has to be answered while the database takes its time.
    if (command.type === 'ping') return this.send('{"type":"pong"}');
    if (this.#turns.take(command) > this.#deps.limits.queued) this.close('too-many');
  }

  perform(command: Command): Promise<void> | undefined {
    // Without a member the socket is on its way out, and what waited for its opening goes with it.
    if (!this.member) return undefined;
    // To check an answer may cost more than to save a message.
    if (command.type === 'message.send' || command.type === 'form.answer') this.#mustBeSlow();
    return perform(this.#deps, this.member, command);
  }

  /** Throws `slow-down` for messages that come too quickly, and for all that come before the time is over that was given then (rule O4). */
  #mustBeSlow(): void {
    const { limits, now } = this.#deps;
    const at = now();
    if (at >= this.#quietUntil && this.#messages.take(limits.messageBurst, limits.messagesPerSecond, at)) return;
    throw new RelayError('slow-down', undefined, { retryAfter: Math.max(this.#quietUntil - at, 0) || QUIET });
  }

  refuse(asked: unknown, fault: unknown): void {
    const refusal = refusalOf(asked, fault, this.#deps.log);
    this.#deps.metrics.refused(refusal.code);
    if (refusal.command === 'message.send' && refusal.retryAfter !== undefined) {
      this.#quietUntil = Math.max(this.#quietUntil, this.#deps.now() + refusal.retryAfter);
    }
    this.send(JSON.stringify(refusal));
  }

  rest(): void {
    this.#rested?.();
  }

  send(frame: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#stream.writableLength > this.#deps.limits.unread && !this.#keepsUp()) return this.close('slow-reader');
    this.#deps.wire.write(this.#stream, frame);
  }

  /** Whether what waits is only what this turn has brought. */
  #keepsUp(): boolean {
    this.#deps.wire.flush(this.#stream);
    return this.#stream.writableLength <= this.#deps.limits.unread;
  }

  sendWhole(frame: string): Promise<void> {
    if (this.#socket.readyState !== this.#socket.OPEN) return Promise.resolve();
    return new Promise((resolve) => this.#deps.wire.write(this.#stream, frame, () => resolve()));
  }

  close(name: CloseName): void {
    if (this.#state === 'closing') return;
    this.#state = 'closing';
    this.#closingSince = this.#deps.now();
    this.#turns.drop();
    this.#deps.metrics.closed(name);
    this.#socket.close(CLOSES[name].code, name);
  }

  terminate(): void {
    this.#socket.terminate();
  }

  /** Takes nothing new; settles when what is under way is done. */
  retire(): Promise<void> {
    if (this.#state !== 'closing') this.#state = 'retired';
    this.#turns.drop();
    return this.#turns.isIdle ? Promise.resolve() : new Promise((resolve) => (this.#rested = resolve));
  }

  reopen(): void {
    if (this.#state === 'begun') void this.retire().then(() => this.close('restart'));
  }

  /** Looks whether the client is still there and still may be. Called about once a second. */
  check(now: number): void {
    // The socket may be closing without us: a frame that was too large is answered by the library.
    if (this.#state !== 'closing' && this.#socket.readyState === this.#socket.CLOSING) {
      this.#state = 'closing';
      this.#closingSince = now;
    }
    if (this.#state === 'closing') {
      if (now - this.#closingSince >= CLOSING) this.#socket.terminate();
    } else if (this.#state === 'fresh') {
      if (now - this.#heardAt >= OPENING) this.close('too-late');
    } else if (this.member && this.member.expires <= now) this.close('unauthorized');
    else if (now - this.#heardAt >= SILENCE) this.close('silent');
  }

  /** The library found a fault in what came, and closes the socket itself. */
  fail(code: string | undefined): void {
    if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') this.#deps.metrics.closed('too-large');
  }

  /** The socket is gone: nothing of it stays behind. */
  end(): void {
    this.#state = 'closing';
    this.#turns.drop();
    this.#sessions.remove(this);
    this.member?.leave();
  }
}
