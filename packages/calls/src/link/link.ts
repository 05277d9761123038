import { Attempts } from './attempts.js';
import type { LinkOptions, LinkState } from './link-options.js';
import { NO_TRACKS, SENDS_NOTHING, type Kind, type Sends, type Tracks } from './sends.js';
import type { Line } from './signalling.js';
import { Wire, type Limits } from './wire.js';
import { readWord, type Word } from './words.js';

/** How often each end says what it sends, ms. */
const BEAT = 250;
/** After how long a silence a way counts as lost, ms: long enough for a bad moment, short enough to have sound again within three seconds. */
const SILENCE = 1_500;
/** Two who notice the same at the same time make one offer of it, ms. */
const AT_ONCE = 250;

/**
 * A call between two, kept up whatever happens to the network, the relay or the other's page. Of the two one always offers, by their names.
 * Whenever either has been unreachable, or hears nothing, it says hello, and the one who offers leads the connection another way or makes a new one.
 */
export class Link {
  state: LinkState = 'connecting';
  /** What the other says that it sends. */
  theirs: Sends = SENDS_NOTHING;
  readonly peer: string;
  readonly #options: LinkOptions;
  readonly #line: Line;
  readonly #offers: boolean;
  /** This page load, and the other's. */
  readonly #me: string;
  #other: string | undefined;
  #wire: Wire | undefined;
  #wires = 0;
  #servers: readonly RTCIceServer[] = [];
  #tracks = NO_TRACKS;
  #sends = SENDS_NOTHING;
  #limits: Limits;
  #heardAt = -Infinity;
  #offeredAt = -Infinity;
  readonly #attempts: Attempts;
  #awaits = false;
  /** The network is another one, and the connection was not led another way yet. */
  #isStale = false;
  #timer: unknown;
  #isClosed = false;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.peer = options.peer;
    this.#limits = options.limits;
    this.#offers = options.me < options.peer;
    this.#me = options.surroundings.newId();
    this.#attempts = new Attempts(this.#now());
    this.#line = options.signalling.open(options.peer, {
      opened: () => {
        this.#awaits = true;
        this.#offeredAt = -Infinity;
        this.#greet(true);
      },
      heard: (word) => {
        const read = readWord(word);
        if (read && !this.#isClosed) this.#hear(read);
      },
    });
    this.#beat();
  }

  incoming = (kind: Kind): MediaStreamTrack | undefined => this.#wire?.incoming(kind);

  /** Of the connection there is now. */
  stats = async (): Promise<RTCStatsReport | undefined> => this.#wire?.connection.getStats();

  send(tracks: Tracks, sends: Sends): void {
    this.#tracks = tracks;
    this.#sends = sends;
    this.#wire?.send(tracks);
    this.#wire?.tell(sends);
  }

  limit(limits: Limits): void {
    this.#limits = limits;
    this.#wire?.limit(limits);
  }

  /** The network is another one: what leads nowhere any more is not waited for. */
  recover(): void {
    if (this.state === 'live') this.#turn('lost');
    this.#heardAt = -Infinity;
    this.#isStale = true;
    // As a second attempt counts, so that there is time for the new way to the relay.
    this.#attempts.count(this.#now());
    this.#ask(true);
  }

  close(): void {
    this.#line.say({ type: 'bye', me: this.#me });
    this.#isClosed = true;
    this.#options.surroundings.clock.clearTimeout(this.#timer);
    this.#line.close();
    this.#wire?.close();
    this.#wire = undefined;
  }

  #hear(word: Word): void {
    const wire = this.#wire;
    if (word.type === 'hello') this.#meet(word.me, word.asks, word.hears);
    else if (word.type === 'offer') this.#answer(word);
    else if (word.type === 'bye') {
      if (word.me === this.#other) this.#part();
    } else if (word.of !== wire?.id) return;
    else if (word.type === 'answer') wire.agree(word.turn, word.sdp);
    else wire.candidate(word.candidate);
  }

  #meet(other: string, asks: boolean, hears: boolean): void {
    const isNew = other !== this.#other;
    const mayBeLost = asks || this.#awaits;
    this.#other = other;
    this.#awaits = false;
    if (asks) this.#greet(false);
    if (isNew) {
      this.#drop();
      this.#attempts.begin(this.#now());
      this.#offeredAt = -Infinity;
      this.#mend();
    } else if (mayBeLost && !(this.#hears() && hears)) this.#mend();
  }

  #answer({ to, of, turn, sdp }: Extract<Word, { type: 'offer' }>): void {
    if (to !== this.#me || this.#offers) return;
    this.#isStale = false;
    if (of === this.#wire?.id) return this.#wire.answer(turn, sdp);
    void this.#make(of, (wire) => wire.answer(turn, sdp));
  }

  /** Leads the connection another way; where that was tried before, makes another. */
  #mend(): void {
    const other = this.#other;
    if (!this.#offers || other === undefined || this.#now() - this.#offeredAt < AT_ONCE) return;
    this.#offeredAt = this.#now();
    this.#isStale = false;
    const wire = this.#wire;
    if (wire && !this.#attempts.areMany) void this.#renew().then(() => wire.offer(other, this.#servers));
    else void this.#make(`${this.#me} ${String(++this.#wires)}`, (made) => made.offer(other, this.#servers));
  }

  async #make(id: string, begin: (wire: Wire) => void): Promise<void> {
    this.#drop();
    const wire = (this.#wire = new Wire({
      id,
      iceServers: this.#servers,
      tracks: this.#tracks,
      limits: this.#limits,
      say: (word) => this.#line.say(word),
      opened: () => this.#wire?.tell(this.#sends),
      heard: (sends) => this.#heard(sends),
      turned: (state) => this.#turned(state),
    }));
    await this.#renew();
    if (this.#wire !== wire) return;
    wire.connection.setConfiguration({ ...wire.connection.getConfiguration(), iceServers: [...this.#servers] });
    begin(wire);
  }

  async #renew(): Promise<void> {
    this.#servers = await this.#options.iceServers().catch(() => this.#servers);
  }

  #heard(sends: Sends): void {
    this.#heardAt = this.#now();
    const isNews = JSON.stringify(sends) !== JSON.stringify(this.theirs);
    this.theirs = sends;
    if (this.state !== 'live') this.#turn('live');
    else if (isNews) this.#options.listener.changed();
  }

  #turned(state: RTCPeerConnectionState): void {
    // There may be sound before there are words.
    if (state === 'connected') this.#options.listener.changed();
    else if (state === 'failed') this.#ask(false);
  }

  #turn(state: LinkState): void {
    this.state = state;
    if (state === 'live') this.#attempts.begin(this.#now());
    this.#options.listener.changed();
  }

  #part(): void {
    this.#drop();
    this.#other = undefined;
    if (this.state === 'live') this.#turn('lost');
  }

  #drop(): void {
    this.#wire?.close();
    this.#wire = undefined;
    this.#heardAt = -Infinity;
  }

  #greet(asks: boolean): void {
    this.#line.say({ type: 'hello', me: this.#me, asks, hears: this.#hears() });
  }

  /** @param anew - The way to the relay may lead nowhere either. */
  #ask(anew: boolean): void {
    this.#attempts.count(this.#now());
    if (anew) return this.#line.again();
    this.#greet(true);
    this.#mend();
  }

  #beat(): void {
    const due = this.#now() + BEAT;
    this.#timer = this.#options.surroundings.clock.setTimeout(() => {
      // A page that was held up itself did not listen: that is no silence of the other's.
      this.#heardAt += this.#now() - due;
      this.#wire?.tell(this.#sends);
      void this.#look().then(() => {
        if (!this.#isClosed) this.#beat();
      });
    }, BEAT);
  }

  async #look(): Promise<void> {
    // The words of the other may be held up where their voice is not.
    const wire = this.#wire;
    const hasSound = this.#now() - this.#heardAt > SILENCE / 2 && (await wire?.hasReceived()) === true;
    if (this.#isClosed) return;
    if (hasSound && wire === this.#wire) this.#heard(this.theirs);
    if (this.state === 'live') {
      if (this.#isWell()) return;
      this.#turn('lost');
      return this.#ask(false);
    }
    const next = this.#attempts.next(this.#now(), this.state === 'lost');
    // Who never said hello is not there yet: nothing is wrong with the way to them.
    if (next) this.#ask(next === 'anew' && this.#other !== undefined);
  }

  #hears = (): boolean => this.#isWell() && !this.#isStale;

  #isWell = (): boolean => this.#now() - this.#heardAt <= SILENCE;

  #now = (): number => this.#options.surroundings.clock.now();
}
