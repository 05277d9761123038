import { KINDS, readSends, type Kind, type Sends, type Tracks } from './sends.js';
import type { Word } from './words.js';

/** How one kind of media is sent, at most. Zero bits: not at all. */
export interface Limit {
  readonly bitsPerSecond: number;
  /** By how much each side of the picture is made shorter; at least 1. */
  readonly shrink: number;
  readonly framesPerSecond: number;
}

export type Limits = Readonly<Record<Kind, Limit>>;

export interface WireOptions {
  readonly id: string;
  readonly iceServers: readonly RTCIceServer[];
  readonly tracks: Tracks;
  readonly limits: Limits;
  readonly say: (word: Word) => void;
  /** It can be said what is sent. */
  readonly opened: () => void;
  /** Something came from the other end. */
  readonly heard: (sends: Sends) => void;
  /** The state of the connection is another one. */
  readonly turned: (state: RTCPeerConnectionState) => void;
}

/**
 * One RTCPeerConnection. It has room for a voice, a camera and a screen each way from the beginning, so that nothing of it has to be agreed on again:
 * what is sent changes within milliseconds, and without the relay. Only one end ever offers, so offers cannot cross.
 */
export class Wire {
  readonly id: string;
  readonly connection: RTCPeerConnection;
  readonly #options: WireOptions;
  readonly #channel: RTCDataChannel;
  readonly #early: RTCIceCandidateInit[] = [];
  #tracks: Tracks;
  #limits: Limits;
  #turn = 0;
  #packets = 0;
  #work: Promise<void> = Promise.resolve();

  constructor(options: WireOptions) {
    this.#options = options;
    this.id = options.id;
    this.#tracks = options.tracks;
    this.#limits = options.limits;
    this.connection = new RTCPeerConnection({ iceServers: [...options.iceServers], bundlePolicy: 'max-bundle' });
    this.#channel = this.connection.createDataChannel('', { negotiated: true, id: 0, ordered: false, maxRetransmits: 0 });
    this.#channel.onopen = options.opened;
    this.#channel.onmessage = ({ data }) => {
      const sends = readSends(data);
      if (sends) options.heard(sends);
    };
    this.connection.onconnectionstatechange = () => options.turned(this.connection.connectionState);
    this.connection.onicecandidate = ({ candidate }) => {
      if (candidate) options.say({ type: 'candidate', of: this.id, candidate: candidate.toJSON() });
    };
  }

  /** Whether what was offered last was answered. */
  get isAgreed(): boolean {
    return this.connection.signalingState === 'stable' && this.#turn > 0;
  }

  /** What comes of one kind; undefined till the two have agreed. */
  incoming(kind: Kind): MediaStreamTrack | undefined {
    return this.#transceiver(kind)?.receiver.track;
  }

  /** Whether sound or pictures came since this was asked last. */
  async hasReceived(): Promise<boolean> {
    let packets = 0;
    const report = await this.connection.getStats();
    report.forEach((entry: { type: string; packetsReceived?: number }) => {
      if (entry.type === 'inbound-rtp') packets += entry.packetsReceived ?? 0;
    });
    const before = this.#packets;
    this.#packets = packets;
    return packets > before;
  }

  tell(sends: Sends): void {
    if (this.#channel.readyState === 'open') this.#channel.send(JSON.stringify(sends));
  }

  /** Offers a way, or, with the addresses that are there now, another one. */
  offer(to: string, iceServers: readonly RTCIceServer[]): void {
    this.#next(async () => {
      const { connection } = this;
      const isFirst = connection.getTransceivers().length === 0;
      if (isFirst) {
        for (const kind of KINDS) connection.addTransceiver(kind === 'audio' ? 'audio' : 'video', { direction: 'sendrecv' });
        await this.#put();
      } else {
        connection.setConfiguration({ ...connection.getConfiguration(), iceServers: [...iceServers] });
        connection.restartIce();
      }
      await connection.setLocalDescription();
      this.#options.say({ type: 'offer', to, of: this.id, turn: ++this.#turn, sdp: connection.localDescription?.sdp ?? '' });
      if (isFirst) await this.#limit();
    });
  }

  answer(turn: number, sdp: string): void {
    this.#next(async () => {
      if (turn <= this.#turn) return;
      const { connection } = this;
      await connection.setRemoteDescription({ type: 'offer', sdp });
      for (const transceiver of connection.getTransceivers()) transceiver.direction = 'sendrecv';
      if (this.#turn === 0) await this.#put();
      this.#turn = turn;
      await connection.setLocalDescription();
      this.#options.say({ type: 'answer', of: this.id, turn, sdp: connection.localDescription?.sdp ?? '' });
      await this.#takeEarly();
      await this.#limit();
    });
  }

  agree(turn: number, sdp: string): void {
    this.#next(async () => {
      if (turn !== this.#turn || this.connection.signalingState !== 'have-local-offer') return;
      await this.connection.setRemoteDescription({ type: 'answer', sdp });
      await this.#takeEarly();
    });
  }

  candidate(candidate: RTCIceCandidateInit): void {
    this.#next(async () => {
      this.#early.push(candidate);
      if (this.connection.remoteDescription) await this.#takeEarly();
    });
  }

  /** Sends these from now on. No agreement is needed. */
  send(tracks: Tracks): void {
    const before = this.#tracks;
    this.#tracks = tracks;
    // Not in turn: a voice that is not to be heard any more does not wait for anything.
    for (const kind of KINDS) if (tracks[kind] !== before[kind]) void this.#transceiver(kind)?.sender.replaceTrack(tracks[kind]);
  }

  limit(limits: Limits): void {
    this.#limits = limits;
    this.#next(() => this.#limit());
  }

  close(): void {
    this.connection.onconnectionstatechange = null;
    this.connection.onicecandidate = null;
    this.#channel.onopen = this.#channel.onmessage = null;
    this.connection.close();
  }

  #transceiver(kind: Kind): RTCRtpTransceiver | undefined {
    return this.connection.getTransceivers()[KINDS.indexOf(kind)];
  }

  async #put(): Promise<void> {
    for (const kind of KINDS) await this.#transceiver(kind)?.sender.replaceTrack(this.#tracks[kind]);
  }

  async #takeEarly(): Promise<void> {
    for (const candidate of this.#early.splice(0)) {
      // Those of an earlier offer are refused, and are of no use.
      await this.connection.addIceCandidate(candidate).catch(() => undefined);
    }
  }

  async #limit(): Promise<void> {
    for (const kind of KINDS) {
      const sender = this.#transceiver(kind)?.sender;
      const parameters = sender?.getParameters();
      const encoding = parameters?.encodings[0];
      if (!sender || !parameters || !encoding) continue;
      const { bitsPerSecond, shrink, framesPerSecond } = this.#limits[kind];
      encoding.active = bitsPerSecond > 0;
      if (bitsPerSecond > 0) encoding.maxBitrate = bitsPerSecond;
      // A voice goes before any picture.
      encoding.priority = encoding.networkPriority = kind === 'audio' ? 'high' : 'low';
      if (kind !== 'audio') {
        encoding.scaleResolutionDownBy = shrink;
        encoding.maxFramerate = framesPerSecond;
      }
      await sender.setParameters(parameters);
    }
  }

  /** One by one. What fails because the connection was closed meanwhile, or the other end says what makes no sense, is made up for by the link. */
  #next(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch(() => undefined);
  }
}
