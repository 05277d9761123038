import type { Down, MirrorSide } from '@deskbell/protocol/cobrowse.js';
import type { Channel, ChannelListener } from '../channel.js';
import type { Agreement } from './agreement.js';
import { Meeting, type Met } from './meeting.js';
import { browser } from './browser.js';
import type { PeerLine } from './peer-line.js';
import { RelayLine } from './relay-line.js';
import { SealedStream } from './sealed-stream.js';
import type { LinkSurroundings } from './surroundings.js';
import { Turns } from './turns.js';

export interface ChannelOptions {
  /** The relay's address: `https://relay.example`. */
  readonly relay: string;
  readonly side: MirrorSide;
  /**
   * A new pass (`POST /v1/cobrowse/:id/pass`) for each time the socket is opened. Undefined where there is none any more, since the session is
   * over: `ended('gone')` follows. Rejects where the relay was not reached: it is asked again after a growing wait.
   */
  readonly pass: () => Promise<string | undefined>;
  readonly listener: ChannelListener;
  /** What it stands on, for tests; the browser's own where left out. */
  readonly surroundings?: Partial<LinkSurroundings>;
}

/** How long there may be no way at all before the other side counts as away, ms: relays restart, and sockets are lost, without anybody noticing. */
const GRACE = 5_000;
/** How long two who met may take to agree, ms. */
const PATIENCE = 10_000;
/** How often it is shown over a data channel that this side lives, and after how long a silence the other counts as gone from it, ms. */
const BEAT = 3_000;
const SILENCE = 9_000;

class Link implements Channel {
  safety: string | undefined;
  readonly #options: ChannelOptions;
  readonly #around: LinkSurroundings;
  readonly #line: RelayLine;
  #session = '';
  #met: Met | undefined;
  #meeting: Meeting | undefined;
  /** What this side and the other have in common; a new meeting may find it still there on both sides, and then it goes on. */
  #stream: SealedStream | undefined;
  #common: string | undefined;
  /** Whether what is sent to the relay comes to whom the stream is with. */
  #byRelay = false;
  /** The data channel that is open, and the one of this meeting, which takes its place when it opens. */
  #peer: PeerLine | undefined;
  #coming: PeerLine | undefined;
  #heardAt = 0;
  /** What the listener was told. */
  #isThere = false;
  readonly #turns = new Turns();
  #grace: unknown;
  #patience: unknown;
  #beat: unknown;
  #isClosed = false;

  constructor(options: ChannelOptions) {
    this.#options = options;
    this.#around = { ...browser, ...options.surroundings };
    this.#line = new RelayLine({
      ...this.#around,
      relay: options.relay,
      pass: options.pass,
      told: (down) => this.#inTurn(() => this.#hear(down)),
      record: (record) => this.#inTurn(() => (this.#byRelay ? this.#stream?.take(record) : undefined)),
      lost: () => this.#inTurn(() => this.#unmeet()),
      over: (why) => this.#end(() => options.listener.ended(why)),
    });
  }

  get waiting(): number {
    return this.#stream?.waiting ?? 0;
  }

  get way(): 'peer' | 'relay' | undefined {
    if (!this.#stream) return undefined;
    return this.#peer ? 'peer' : this.#byRelay ? 'relay' : undefined;
  }

  send(frame: Uint8Array): void {
    this.#stream?.send(frame);
  }

  tell(...[what, page]: Parameters<Channel['tell']>): void {
    this.#line.sendSoon({ type: 'tell', what, ...(page === undefined ? {} : { page }) });
  }

  close(): void {
    this.#isClosed = true;
    this.#line.close();
    this.#unmeet();
    this.#forget();
    this.#around.clock.clearTimeout(this.#grace);
  }

  /** What comes is worked off one by one, since to agree takes a moment. */
  #inTurn(work: () => void | Promise<void>): void {
    this.#turns.add(() => (this.#isClosed ? undefined : work()));
  }

  #hear(down: Down): void | Promise<void> {
    if (down.type === 'joined') this.#session = down.session.id;
    if ((down.type === 'joined' || down.type === 'changed') && down.session.state !== 'ended')
      this.#options.listener.changed?.(down.session);
    else if (down.type === 'met') return this.#meet(down);
    else if (down.type === 'signal') return this.#signalled(down.data);
    else if (down.type === 'parted') {
      if (down.why === 'elsewhere') this.#end(() => this.#options.listener.parted('elsewhere'));
      else this.#unmeet();
    } else if (down.type === 'changed' && down.session.state === 'ended')
      this.#end(() => this.#options.listener.ended(down.session.end ?? 'gone'));
  }

  #meet(met: Met): Promise<void> {
    this.#unmeet();
    this.#met = met;
    this.#meeting = new Meeting({
      met,
      side: this.#options.side,
      session: this.#session,
      had: this.#common,
      say: (data) => this.#line.send({ type: 'signal', data }),
    });
    this.#patience = this.#around.clock.setTimeout(() => this.#line.again(), PATIENCE);
    return this.#meeting.begin();
  }

  async #signalled(data: string): Promise<void> {
    const met = this.#met;
    const outcome = await this.#meeting?.hear(data);
    if (!met || !outcome || this.#isClosed) return;
    if (outcome === 'failed') return this.#beginAnew();
    if (outcome !== 'goes-on') this.#begin(met, outcome);
    // What they had in common was given up meanwhile.
    if (!this.#stream) return this.#beginAnew();
    this.#around.clock.clearTimeout(this.#patience);
    this.#byRelay = true;
    this.#coming = this.#openPeer(met);
    if (outcome !== 'goes-on') this.#options.listener.met();
    this.#carryOn();
  }

  #begin(met: Met, agreement: Agreement): void {
    this.#forget();
    this.safety = agreement.safety;
    this.#common = met.meeting;
    this.#stream = new SealedStream(agreement, this.#around.clock, {
      carry: (record) => this.#carry(record),
      frame: (frame) => this.#options.listener.frame(frame),
      broke: () => this.#beginAnew(),
    });
    this.#isThere = true;
    this.#live();
  }

  #openPeer(met: Met): PeerLine {
    const { clock } = this.#around;
    const line = this.#around.openPeer(this.#options.relay, met, clock, {
      opened: () => {
        if (this.#peer !== line) this.#peer?.close();
        this.#peer = line;
        this.#heardAt = clock.now();
        this.#carryOn();
      },
      record: (record) => {
        this.#heardAt = clock.now();
        this.#stream?.take(record);
      },
      closed: () => {
        if (this.#peer !== line) return;
        this.#peer = undefined;
        this.#carryOn();
      },
    });
    return line;
  }

  #carry(record: Uint8Array<ArrayBuffer>): boolean {
    if (!this.#peer) return this.#byRelay && this.#line.send(record);
    this.#peer.send(record);
    return true;
  }

  /** The way is another one, or there is none for the moment. */
  #carryOn(): void {
    const { clock } = this.#around;
    if (this.way) {
      clock.clearTimeout(this.#grace);
      this.#grace = undefined;
      this.#stream?.carryOn();
    } else if (this.#isThere) this.#grace ??= clock.setTimeout(() => this.#part(), GRACE);
  }

  #live(): void {
    const { clock } = this.#around;
    clock.clearTimeout(this.#beat);
    this.#beat = clock.setTimeout(() => {
      if (this.#peer && clock.now() - this.#heardAt > SILENCE) this.#peer.hangUp();
      this.#stream?.tell();
      this.#live();
    }, BEAT);
  }

  #part(): void {
    this.#forget();
    this.#grace = undefined;
    this.#isThere = false;
    this.#options.listener.parted(this.#line.isIn ? 'away' : 'unreachable');
  }

  /** The relay leads nowhere; a data channel that is open goes on. */
  #unmeet(): void {
    this.#around.clock.clearTimeout(this.#patience);
    this.#met = undefined;
    this.#meeting = undefined;
    this.#byRelay = false;
    if (this.#coming !== this.#peer) this.#coming?.close();
    this.#coming = undefined;
    if (!this.#peer) this.#carryOn();
  }

  /** Nothing is in common any more. */
  #forget(): void {
    this.#around.clock.clearTimeout(this.#beat);
    this.#stream?.close();
    this.#stream = undefined;
    this.#common = undefined;
    this.safety = undefined;
    this.#peer?.close();
    this.#peer = undefined;
  }

  #beginAnew(): void {
    this.#forget();
    this.#line.again();
  }

  #end(tell: () => void): void {
    this.close();
    tell();
  }
}

/**
 * Opens this end of a co-browse session, and keeps it open till it is closed or the session ends. Needs a secure context, as co-browse does.
 * What two ends agreed on outlives a lost socket: nothing of what was sent is lost over a short break. After `parted` everything begins with `met`.
 */
export const openChannel = (options: ChannelOptions): Channel => new Link(options);
