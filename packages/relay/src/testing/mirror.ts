import { once } from 'node:events';
import {
  COBROWSE_SOCKET,
  PEERS_PATH,
  downSchema,
  type Cobrowse,
  type Down,
  type MirrorSide,
  type Up,
} from '@deskbell/protocol/cobrowse.js';
import { closeName, type CloseName } from '@deskbell/protocol/closes.js';
import { v7 } from 'uuid';
import * as v from 'valibot';
import { WebSocket } from 'ws';
import type { CobrowsePort, Joining, MirrorTold } from '../cobrowse/meetings.js';
import { topics } from '../hub/hub.js';
import type { TestRelay } from './relay.js';
import { DESK, SHOP } from './settings.js';

type DownOf<T extends Down['type']> = Extract<Down, { type: T }>;

/** Long enough for any machine; it only turns a hanging test into a failing one. */
const PATIENCE = 20_000;

/** Co-browse sessions in memory, for the tests of what is above them. */
export class MemorySessions implements CobrowsePort {
  readonly told: MirrorTold[] = [];
  readonly sessions = new Map<string, Cobrowse>();
  /** Who was there, by side, when it was said last. */
  readonly seen = new Map<MirrorSide, readonly string[]>();
  readonly #passes = new Map<string, Joining>();

  begin(state: Cobrowse['state'] = 'allowed'): string {
    const id = v7();
    this.sessions.set(id, { id, state, agent: { id: 'ana', name: 'Ana' }, conversation: null, begunAt: 0 });
    return id;
  }

  pass(id: string, side: MirrorSide): string {
    const [pass, session] = [v7(), this.sessions.get(id)!];
    this.#passes.set(pass, { session, side, workspace: 'harbour', site: side === 'customer' ? 'shop' : null });
    return pass;
  }

  takePass(pass: string): Promise<Joining | undefined> {
    const joining = this.#passes.get(pass);
    this.#passes.delete(pass);
    return Promise.resolve(joining);
  }

  find(_workspace: string, id: string): Promise<Cobrowse | undefined> {
    return Promise.resolve(this.sessions.get(id));
  }

  tell(_joining: Joining, told: MirrorTold): Promise<void> {
    this.told.push(told);
    return Promise.resolve();
  }

  see(side: MirrorSide, sessions: readonly string[]): Promise<void> {
    this.seen.set(side, sessions);
    return Promise.resolve();
  }

  /** As a handler does it: saves, and tells. */
  change(relay: TestRelay, id: string, change: Partial<Cobrowse>): void {
    const session = { ...this.sessions.get(id)!, ...change };
    this.sessions.set(id, session);
    const { state, end } = session;
    relay.hub.publish(topics.cobrowse(id), { kind: 'cobrowse', session: { id, state, ...(end && { end }) } });
  }
}

/** A bare socket of a test, with what came. */
class TestSocket<T> {
  readonly socket: WebSocket;
  readonly received: T[] = [];
  readonly bytes: Buffer[] = [];
  /** Settles with the name of the close, or the code where it has none. */
  readonly closed: Promise<CloseName | number>;
  readonly #watchers = new Set<() => void>();
  #taken = 0;

  constructor(url: string, origin: string | null, read: (text: string) => T) {
    this.socket = new WebSocket(url, { headers: origin === null ? {} : { origin } });
    this.socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) this.bytes.push(data);
      else this.received.push(read(data.toString()));
      for (const look of this.#watchers) look();
    });
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => this.socket.on('close', (code: number) => resolve(closeName(code) ?? code)));
  }

  async connected(): Promise<this> {
    await once(this.socket, 'open');
    return this;
  }

  /** The next that is so and was not taken yet; what came before it is passed over. */
  async first(isIt: (said: T) => boolean): Promise<T> {
    let found: T | undefined;
    await this.until(() => {
      for (; this.#taken < this.received.length && found === undefined; this.#taken += 1)
        if (isIt(this.received[this.#taken]!)) found = this.received[this.#taken];
      return found !== undefined;
    });
    return found!;
  }

  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => {
        this.#watchers.delete(look);
        reject(new Error(`it did not come; there was ${JSON.stringify(this.received.slice(-5))}`));
      }, PATIENCE);
      const look = (): void => {
        if (!isSo()) return;
        this.#watchers.delete(look);
        clearTimeout(patience);
        resolve();
      };
      this.#watchers.add(look);
      look();
    });
  }
}

/** One end of a co-browse session, bare. All that it is told is checked against the protocol. */
export class TestEnd extends TestSocket<Down> {
  constructor(relay: TestRelay, origin: string | null) {
    super(relay.url.replace('http', 'ws') + COBROWSE_SOCKET, origin, (text) => v.parse(downSchema, JSON.parse(text)));
  }

  say(up: Up): void {
    this.socket.send(JSON.stringify(up));
  }

  async next<T extends Down['type']>(type: T): Promise<DownOf<T>> {
    return (await this.first((down) => down.type === type)) as DownOf<T>;
  }

  of<T extends Down['type']>(type: T): DownOf<T>[] {
    return this.received.filter((down): down is DownOf<T> => down.type === type);
  }

  /** Settles when the relay has worked off what was sent before. */
  async beat(): Promise<void> {
    const before = this.of('pong').length;
    this.say({ type: 'ping' });
    await this.until(() => this.of('pong').length > before);
  }
}

/** A side that has joined. */
export async function joined(relay: TestRelay, sessions: MemorySessions, id: string, side: MirrorSide): Promise<TestEnd> {
  const end = await fresh(relay, side === 'customer' ? SHOP : DESK);
  end.say({ type: 'join', pass: sessions.pass(id, side) });
  await end.next('joined');
  return end;
}

/** A socket that has not said anything. @param origin - Null: of no browser. */
export const fresh = (relay: TestRelay, origin: string | null = SHOP): Promise<TestEnd> => new TestEnd(relay, origin).connected();

export interface PeerMessage {
  readonly type: string;
  readonly src?: string;
  readonly payload?: { readonly msg?: string };
}

/** A peer at the signalling, bare. */
export class TestPeer extends TestSocket<PeerMessage> {
  constructor(relay: TestRelay, id: string, token: string, origin = SHOP) {
    const address = `${relay.url.replace('http', 'ws')}${PEERS_PATH}/peerjs?key=peerjs&id=${id}&token=${token}&version=1.5.5`;
    super(address, origin, (text) => JSON.parse(text) as PeerMessage);
  }

  say(message: unknown): void {
    this.socket.send(JSON.stringify(message));
  }

  next(type: string): Promise<PeerMessage> {
    return this.first((message) => message.type === type);
  }
}
