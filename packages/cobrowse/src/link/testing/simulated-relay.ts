import type { Cobrowse, Down, MirrorSide, Up } from '@deskbell/protocol/cobrowse.js';
import type { Met } from '../meeting.js';
import type { OpenPeer, PeerLine, PeerListener } from '../peer-line.js';
import type { LinkSocket } from '../surroundings.js';

const SESSION: Cobrowse = {
  id: 'a-session',
  state: 'allowed',
  agent: { id: 'ana', name: 'Ana' },
  conversation: null,
  begunAt: 0,
};

/** One socket at the simulated relay. */
class SimulatedSocket implements LinkSocket {
  binaryType = '';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  side: MirrorSide | undefined;
  isOpen = true;
  readonly #relay: SimulatedRelay;

  constructor(relay: SimulatedRelay) {
    this.#relay = relay;
    setImmediate(() => (this.isOpen && relay.isUp ? this.onopen?.() : this.end(1006)));
  }

  send(data: string | Uint8Array): void {
    // Copied, as a network does.
    const sent = typeof data === 'string' ? data : data.slice();
    setImmediate(() => this.isOpen && this.#relay.take(this, sent));
  }

  tell(down: Down): void {
    this.give(JSON.stringify(down));
  }

  give(data: string | ArrayBuffer): void {
    setImmediate(() => this.isOpen && this.onmessage?.({ data }));
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#relay.leave(this);
  }

  end(code: number): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#relay.leave(this);
    setImmediate(() => this.onclose?.({ code }));
  }
}

/** One end of a simulated data channel. */
class SimulatedPeer implements PeerLine {
  readonly met: Met;
  readonly listener: PeerListener;
  readonly #relay: SimulatedRelay;
  other: SimulatedPeer | undefined;

  constructor(relay: SimulatedRelay, met: Met, listener: PeerListener) {
    this.#relay = relay;
    this.met = met;
    this.listener = listener;
  }

  send(record: Uint8Array<ArrayBuffer>): void {
    const sent = record.slice();
    const { other } = this;
    setImmediate(() => {
      if (!other || this.#relay.isPeerSilent || other.other !== this) return;
      this.#relay.byPeer.push(sent);
      other.listener.record(sent);
    });
  }

  hangUp(): void {
    this.part();
  }

  close(): void {
    this.#relay.peers.delete(this);
    const { other } = this;
    this.other = undefined;
    other?.part();
  }

  part(): void {
    const { other } = this;
    this.other = undefined;
    if (!other) return;
    this.listener.closed();
    setImmediate(() => other.part());
  }
}

/** What the relay does for two ends, in this process: joins, meetings, signals, and records that are passed on, or not. */
export class SimulatedRelay {
  isUp = true;
  isPeerSilent = false;
  /** Whether data channels open by themselves. */
  hasPeers = false;
  /** Every record that it passed on, and every one that went past it. */
  readonly byRelay: Uint8Array[] = [];
  readonly byPeer: Uint8Array[] = [];
  readonly signals: string[] = [];
  readonly told: Up[] = [];
  readonly peers = new Set<SimulatedPeer>();
  /** Changes what passes, or drops it: one record in, any number out. */
  forge: (record: Uint8Array, from: MirrorSide) => Uint8Array[] = (record) => [record];
  forgeSignal: (data: string, from: MirrorSide) => string = (data) => data;
  readonly #sides: { [S in MirrorSide]?: SimulatedSocket | undefined } = {};
  #meetings = 0;
  #passes = 0;

  readonly openSocket = (): LinkSocket => new SimulatedSocket(this);

  readonly openPeer: OpenPeer = (_relay, met, _clock, listener) => {
    const peer = new SimulatedPeer(this, met, listener);
    this.peers.add(peer);
    if (this.hasPeers) setImmediate(() => this.joinPeers());
    return peer;
  };

  /** A pass for one side. */
  pass(side: MirrorSide): Promise<string> {
    return this.isUp ? Promise.resolve(`${side} ${String(this.#passes++)}`) : Promise.reject(new Error('not reached'));
  }

  get meetings(): number {
    return this.#meetings;
  }

  take(socket: SimulatedSocket, data: string | Uint8Array): void {
    if (typeof data !== 'string') {
      for (const record of socket.side ? this.forge(data, socket.side) : []) this.passOn(socket, record);
      return;
    }
    const up = JSON.parse(data) as Up;
    if (up.type === 'join') this.#join(socket, up.pass.split(' ')[0] as MirrorSide);
    else if (up.type === 'ping') socket.tell({ type: 'pong' });
    else if (up.type === 'tell') this.told.push(up);
    else if (socket.side) {
      this.signals.push(up.data);
      this.#other(socket)?.tell({ type: 'signal', data: this.forgeSignal(up.data, socket.side) });
    }
  }

  passOn(socket: SimulatedSocket, record: Uint8Array): void {
    const other = this.#other(socket);
    if (!other) return;
    this.byRelay.push(record);
    other.give(record.slice().buffer);
  }

  /** As if a record came from this side. */
  slip(side: MirrorSide, record: Uint8Array): void {
    const socket = this.#sides[side];
    if (socket) this.passOn(socket, record);
  }

  leave(socket: SimulatedSocket): void {
    if (!socket.side || this.#sides[socket.side] !== socket) return;
    this.#sides[socket.side] = undefined;
    this.#other(socket)?.tell({ type: 'parted', why: 'away' });
  }

  /** Opens a data channel between the two of the last meeting. */
  joinPeers(): void {
    const [one, two] = [...this.peers].filter(({ met }) => met.meeting === `meeting ${String(this.#meetings)}`);
    if (!one || !two || one.other) return;
    [one.other, two.other] = [two, one];
    for (const peer of [one, two]) peer.listener.opened();
  }

  partPeers(): void {
    for (const peer of this.peers) peer.part();
  }

  /** Ends every socket. */
  restart(code = 1012): void {
    for (const socket of Object.values(this.#sides)) socket?.end(code);
  }

  tell(side: MirrorSide, down: Down): void {
    this.#sides[side]?.tell(down);
  }

  end(): void {
    for (const side of ['customer', 'agent'] as const)
      this.tell(side, { type: 'changed', session: { ...SESSION, state: 'ended', end: 'agent' } });
  }

  #join(socket: SimulatedSocket, side: MirrorSide): void {
    const before = this.#sides[side];
    this.#sides[side] = socket;
    socket.side = side;
    before?.tell({ type: 'parted', why: 'elsewhere' });
    socket.tell({ type: 'joined', session: SESSION, side });
    const { customer, agent } = this.#sides;
    if (!customer || !agent) return;
    const meeting = `meeting ${String(++this.#meetings)}`;
    for (const [one, first] of [
      [customer, true],
      [agent, false],
    ] as const)
      one.tell({ type: 'met', meeting, first, peer: { id: meeting, token: '', other: '' }, iceServers: [] });
  }

  #other(socket: SimulatedSocket): SimulatedSocket | undefined {
    return this.#sides[socket.side === 'agent' ? 'customer' : 'agent'];
  }
}
