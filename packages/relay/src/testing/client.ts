import { once } from 'node:events';
import { closeName, type CloseName } from '@deskbell/protocol/closes.js';
import type { Command } from '@deskbell/protocol/commands.js';
import type { LiveEventOf, RelayEvent } from '@deskbell/protocol/events.js';
import { parseEvent } from '@deskbell/protocol/parse.js';
import type { RefusalCode } from '@deskbell/protocol/refusals.js';
import { VERSION } from '@deskbell/protocol/version.js';
import { WebSocket } from 'ws';

type EventOf<T extends RelayEvent['type']> = Extract<RelayEvent, { type: T }>;

/** Long enough for any machine; it only turns a hanging test into a failing one. */
const PATIENCE = 20_000;

/** A bare client of the protocol. Every frame it gets is checked against the protocol. */
export class TestClient {
  readonly socket: WebSocket;
  /** Everything that was told, in order. */
  readonly received: RelayEvent[] = [];
  /** Settles with the name of the close, or the code where it has none. */
  readonly closed: Promise<CloseName | number>;
  readonly #watchers = new Set<() => void>();
  #taken = 0;

  constructor(url: string, headers: Record<string, string>) {
    this.socket = new WebSocket(url, { headers });
    this.socket.on('message', (data: Buffer) => {
      const event = parseEvent(JSON.parse(data.toString()));
      if (!event) throw new Error(`the relay told something unknown: ${data.toString()}`);
      this.received.push(event);
      for (const look of this.#watchers) look();
    });
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => this.socket.on('close', (code: number) => resolve(closeName(code) ?? code)));
  }

  async connected(): Promise<this> {
    await once(this.socket, 'open');
    return this;
  }

  say(command: Command): void {
    this.socket.send(JSON.stringify(command));
  }

  /** Sends anything at all. */
  raw(frame: string | Buffer): void {
    this.socket.send(frame);
  }

  async open(token: string): Promise<LiveEventOf<'session.opened'>> {
    this.say({ type: 'session.open', version: VERSION, token });
    return this.next('session.opened');
  }

  /** The next event of a type that was not taken yet; what came before it is passed over. */
  next<T extends RelayEvent['type']>(type: T, matches: (event: EventOf<T>) => boolean = () => true): Promise<EventOf<T>> {
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => {
        this.#watchers.delete(look);
        reject(new Error(`no ${type} came; there were ${JSON.stringify(this.received.slice(-5))}`));
      }, PATIENCE);
      const look = (): void => {
        for (; this.#taken < this.received.length; this.#taken += 1) {
          const event = this.received[this.#taken]!;
          if (event.type !== type || !matches(event as EventOf<T>)) continue;
          this.#taken += 1;
          this.#watchers.delete(look);
          clearTimeout(patience);
          return resolve(event as EventOf<T>);
        }
      };
      this.#watchers.add(look);
      look();
    });
  }

  /** Settles when the relay has worked off everything that was sent before. */
  async settled(): Promise<void> {
    // Anything but a heartbeat waits for its turn; this one is refused, which is an answer too.
    const id = crypto.randomUUID();
    this.raw(JSON.stringify({ type: 'conversation.end', id, conversation: id }));
    await this.next('refused', (event) => event.id === id);
  }

  /** Gives a command, and settles when it was worked off: with the code of its refusal, or undefined; `closed` where the socket went meanwhile. Takes no event. */
  async ask(command: Command): Promise<RefusalCode | 'closed' | undefined> {
    const before = this.received.length;
    const id = crypto.randomUUID();
    this.say(command);
    this.raw(JSON.stringify({ type: 'conversation.end', id, conversation: id }));
    const refusals = (): EventOf<'refused'>[] =>
      this.received.slice(before).filter((event): event is EventOf<'refused'> => event.type === 'refused');
    await this.#until(() => refusals().some((refused) => refused.id === id));
    const own = refusals().find((refused) => refused.id === id);
    if (!own) return 'closed';
    const at = this.received.indexOf(own);
    this.received.splice(at, 1);
    if (at < this.#taken) this.#taken -= 1;
    return refusals().find((refused) => refused.command === command.type)?.code;
  }

  /** Settles when the relay has answered a heartbeat. Takes no event. */
  async beat(): Promise<void> {
    const before = this.of('pong').length;
    this.say({ type: 'ping' });
    await this.#until(() => this.of('pong').length > before);
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** Settles when something has come that makes it so, or the socket is gone. */
  #until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error('the relay did not answer')), PATIENCE);
      const look = (): void => {
        if (this.isOpen && !isSo()) return;
        this.#watchers.delete(look);
        clearTimeout(patience);
        resolve();
      };
      this.#watchers.add(look);
      void this.closed.then(look);
      look();
    });
  }

  of<T extends RelayEvent['type']>(type: T): EventOf<T>[] {
    return this.received.filter((event): event is EventOf<T> => event.type === type);
  }

  /** Closes without waiting for an answer. */
  end(): void {
    this.socket.terminate();
  }
}
