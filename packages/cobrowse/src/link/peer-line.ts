import type { DataConnection, Peer, PeerJSOption } from 'peerjs';
import type { Met } from './meeting.js';
import type { LinkClock } from './surroundings.js';

export interface PeerListener {
  opened(): void;
  record(record: Uint8Array<ArrayBuffer>): void;
  /** It was open, and is not. It may open again. */
  closed(): void;
}

/** A way from end to end, past the relay. */
export interface PeerLine {
  send(record: Uint8Array<ArrayBuffer>): void;
  /** It was silent for too long: it counts as closed. */
  hangUp(): void;
  close(): void;
}

export type OpenPeer = (relay: string, met: Met, clock: LinkClock, listener: PeerListener) => PeerLine;

/** How long after a connection was lost, or none came, another is tried, ms. */
const RETRY = 15_000;
/** Under `/v1/peers`, where PeerJS puts its own `peerjs`. */
const PATH = 'v1/peers';

/** A data channel by PeerJS, which is loaded now; where WebRTC is not to be had nothing happens, and the relay goes on being the way. */
class PeerJsLine implements PeerLine {
  readonly #met: Met;
  readonly #clock: LinkClock;
  readonly #listener: PeerListener;
  #peer: Peer | undefined;
  #connection: DataConnection | undefined;
  #timer: unknown;
  #isOpen = false;
  #isClosed = false;

  constructor(relay: string, met: Met, clock: LinkClock, listener: PeerListener) {
    this.#met = met;
    this.#clock = clock;
    this.#listener = listener;
    // A chunk that does not load is like a network that lets no WebRTC through.
    this.#start(relay).catch(() => undefined);
  }

  send(record: Uint8Array<ArrayBuffer>): void {
    void this.#connection?.send(record);
  }

  hangUp(): void {
    this.#connection?.close();
  }

  close(): void {
    this.#isClosed = true;
    this.#clock.clearTimeout(this.#timer);
    this.#connection = undefined;
    this.#peer?.destroy();
  }

  async #start(relay: string): Promise<void> {
    const { Peer } = await import('peerjs');
    if (this.#isClosed) return;
    const { id, token } = this.#met.peer;
    const { protocol, hostname, port, pathname } = new URL(relay);
    const secure = protocol === 'https:';
    // Its types want an instance of a class that it does not give away.
    const Made: new (id: string, options: PeerJSOption) => Peer = Peer;
    const options: PeerJSOption = {
      host: hostname,
      port: Number(port) || (secure ? 443 : 80),
      path: pathname.replace(/\/?$/, '/') + PATH,
      secure,
      token,
      // Its default has servers of strangers.
      config: { iceServers: this.#met.iceServers } as RTCConfiguration,
    };
    const peer = new Made(id, options);
    this.#peer = peer;
    // Whatever is wrong with it, the relay is the way.
    peer.on('error', () => undefined);
    peer.on('connection', (connection) => {
      if (connection.serialization === 'raw') this.#take(connection);
      else connection.close();
    });
    if (this.#met.first) peer.on('open', () => this.#call());
  }

  #call(): void {
    const peer = this.#peer;
    if (!peer || peer.disconnected) return;
    this.#take(peer.connect(this.#met.peer.other, { serialization: 'raw', reliable: true }));
    this.#timer = this.#clock.setTimeout(() => this.#call(), RETRY);
  }

  #take(connection: DataConnection): void {
    const before = this.#connection;
    this.#connection = connection;
    connection.on('open', () => this.#turn(connection, true));
    connection.on('data', (data) => {
      if (this.#connection === connection && data instanceof ArrayBuffer) this.#listener.record(new Uint8Array(data));
    });
    connection.on('error', () => undefined);
    connection.on('close', () => this.#turn(connection, false));
    if (!before) return;
    before.close();
    this.#tell(false);
  }

  #turn(connection: DataConnection, isOpen: boolean): void {
    if (this.#connection !== connection) return;
    this.#clock.clearTimeout(this.#timer);
    if (!isOpen) {
      this.#connection = undefined;
      if (this.#met.first) this.#timer = this.#clock.setTimeout(() => this.#call(), RETRY);
    }
    this.#tell(isOpen);
  }

  #tell(isOpen: boolean): void {
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    if (isOpen) this.#listener.opened();
    else this.#listener.closed();
  }
}

export const openPeer: OpenPeer = (relay, met, clock, listener) => new PeerJsLine(relay, met, clock, listener);
