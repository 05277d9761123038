import type { MirrorRules } from '@deskbell/protocol/cobrowse.js';
import { Recorder } from '../capture/recorder.js';
import { FRAME, type Channel } from '../channel.js';
import type { Control as Controlled, ControlPorts, ControlState } from '../control/control.js';
import type { OtherFrames } from '../framed/other-frames.js';
import { stringify } from '../json.js';
import { Marks } from '../marks/marks.js';
import { createMasker } from '../mask/create-masker.js';
import type { Masker } from '../mask/masker.js';
import { Encoder } from '../wire/encoder.js';
import { AgentWords } from '../words-check.js';
import type { AgentWord, CustomerWord } from '../words.js';
import { isLookedAt } from './tab-in-use.js';

/** How often the agent is told how long it takes from this page to their screen and back, ms. */
const ROUND_EVERY = 1_000;

export interface StageOptions {
  readonly channel: Channel;
  readonly rules: MirrorRules;
  /** The origins of frames that may take part. */
  readonly frames: readonly string[];
  /** The agent's name. */
  readonly agent: string;
  /** Whether the agent may click and type already: it was allowed on the page before. */
  readonly granted: boolean;
  /** Asks the customer whether the agent may. */
  readonly ask: (signal: AbortSignal) => Promise<boolean>;
  /** The page is off limits, or is not any more. */
  readonly hid: (isPrivate: boolean) => void;
  /** Nothing more of this page is shown: something on it gets in the way. */
  readonly failed: () => void;
  readonly controlled: (state: ControlState) => void;
}

/** One meeting with an agent: this page as it is recorded, marked and controlled, from a fresh snapshot on. */
export class Stage {
  readonly #options: StageOptions;
  readonly #encoder: Encoder;
  readonly #recorder: Recorder;
  readonly #marks: Marks;
  readonly #masker: Masker;
  readonly #words = new AgentWords();
  /** The last frame that the agent has on the screen. */
  #acknowledged = 0;
  /** Frames that they do not have yet, and when each was sent. */
  readonly #sent = new Map<number, number>();
  /** When the agent was told last how long it takes. */
  #toldRound = -Infinity;
  #isAsking = false;
  #isAskedLater = false;
  #isPrivate = false;
  #hasFailed = false;
  #toldHidden = false;
  #toldPage = '';
  #others: OtherFrames | undefined;
  #control: Controlled | undefined;
  #loading: Promise<Controlled | undefined> | undefined;
  #isClosed = false;

  constructor(options: StageOptions) {
    const { channel, rules, agent } = (this.#options = options);
    const masker = (this.#masker = createMasker(rules, window));
    this.#encoder = new Encoder(
      (frame) => this.#send(frame),
      (address) => this.#tellPage(address),
    );
    this.#recorder = new Recorder(window, {
      sink: this.#encoder,
      masker,
      others: () => this.#others,
      waiting: () => channel.waiting,
      unacknowledged: () => this.#encoder.frame - this.#acknowledged,
      offLimits: (is) => this.#hide(is),
      failed: () => this.#fail(),
    });
    this.#marks = new Marks({ nodeOf: this.#nodeOf, name: agent });
  }

  /** Begins with all of the page, or with why it cannot be seen. */
  start(): void {
    // The recorder looks a moment later, and the customer is told no wrong thing till then.
    this.#hide(this.#masker.isOffLimits(location.href));
    void this.#loadOthers().then(() => this.#isClosed || this.#recorder.start());
    this.look();
    if (this.#options.granted) void this.#loadControl();
  }

  /** Tells the agent where the customer looks at something else. */
  look(): void {
    const isHidden = !isLookedAt();
    if (isHidden === this.#toldHidden || this.#isPrivate || this.#hasFailed) return;
    this.#toldHidden = isHidden;
    this.#say(isHidden ? { type: 'paused', why: 'hidden' } : { type: 'resumed' });
  }

  hear(frame: Uint8Array): void {
    if (frame[0] !== FRAME.word) return;
    const word = this.#words.read(frame.subarray(1));
    if (!word) return;
    if (word.type === 'ack') this.#take(word.frame);
    else if (word.type === 'resync') this.#recorder.fresh();
    else if (this.#isPrivate) {
      if (word.type === 'act') this.#say({ type: 'refused', id: word.id, why: 'off-limits' });
      // The customer is asked on a page that the agent sees, too: it is what they are asked about.
      if (word.type === 'control-ask' || word.type === 'control-leave') this.#isAskedLater = word.type === 'control-ask';
      if (word.type === 'control-leave') this.#control?.hear(word);
    } else {
      // Nothing may be drawn over the question that is asked.
      if (!this.#isAsking) {
        this.#marks.hear(word);
        this.#others?.mark(word);
      }
      void this.#heed(word);
    }
  }

  /** The agent may no longer click and type. */
  takeBack(): void {
    this.#control?.stop();
  }

  close(): void {
    this.#isClosed = true;
    this.#control?.close();
    this.#marks.close();
    this.#recorder.stop();
    this.#others?.close();
  }

  readonly #nodeOf = (id: number) => this.#recorder.nodeOf(id);

  /** What is said of control: who does it comes with the first who asks for it. */
  async #heed(word: AgentWord): Promise<void> {
    const { rules } = this.#options;
    if (word.type === 'act' && !this.#control) this.#say({ type: 'refused', id: word.id, why: 'no-consent' });
    else if (word.type === 'control-ask' && !rules.control) this.#say({ type: 'control', state: 'not-allowed' });
    else if (word.type === 'control-ask') (await this.#loadControl())?.hear(word);
    else this.#control?.hear(word);
  }

  /** What frames of other origins take part by is loaded only where the site names some. */
  async #loadOthers(): Promise<void> {
    const { frames, rules, agent } = this.#options;
    const loaded = frames.length > 0 ? await import('../framed/other-frames.js').catch(() => undefined) : undefined;
    if (!loaded || this.#isClosed) return;
    const hand = () => this.#control?.noticeHand();
    this.#others = new loaded.OtherFrames({ window, origins: frames, rules, agent, hand });
    this.#others.control(this.#control?.state === 'granted');
  }

  /** Undefined where it cannot be loaded: then there is none. */
  #loadControl(): Promise<Controlled | undefined> {
    const { rules, granted, ask, controlled } = this.#options;
    return (this.#loading ??= import('../control/control.js')
      .then(({ Control }) => {
        if (this.#isClosed) return undefined;
        const say = (word: CustomerWord) => {
          this.#say(word);
          if (word.type === 'control') this.#turn(word.state, controlled);
        };
        const inner: ControlPorts['inner'] = (...act) => this.#others?.act(...act);
        const now = () => performance.now();
        this.#control = new Control({ nodeOf: this.#nodeOf, masker: this.#masker, rules, ask, say, now, inner }, granted);
        // Who comes anew knows nothing of what was allowed before.
        if (granted) this.#control.repeat();
        return this.#control;
      })
      .catch(() => {
        this.#loading = undefined;
        this.#say({ type: 'control', state: 'none' });
        return undefined;
      }));
  }

  #turn(state: ControlState, controlled: (state: ControlState) => void): void {
    this.#isAsking = state === 'asked';
    if (this.#isAsking) this.#unmark();
    this.#others?.control(state === 'granted');
    controlled(state);
  }

  #send(frame: Uint8Array): void {
    this.#sent.set(this.#encoder.frame, performance.now());
    this.#options.channel.send(frame);
  }

  /** The agent has this frame on the screen, and all before it. */
  #take(frame: number): void {
    if (frame <= this.#acknowledged || frame > this.#encoder.frame) return;
    this.#acknowledged = frame;
    const now = performance.now();
    const round = now - (this.#sent.get(frame) ?? now);
    for (const each of this.#sent.keys()) if (each <= frame) this.#sent.delete(each);
    if (now - this.#toldRound < ROUND_EVERY) return;
    this.#toldRound = now;
    this.#say({ type: 'travelled', round });
  }

  #hide(isPrivate: boolean): void {
    if (isPrivate === this.#isPrivate) return;
    this.#isPrivate = isPrivate;
    if (isPrivate) this.#unmark();
    this.#toldHidden = false;
    this.#say(isPrivate ? { type: 'paused', why: 'off-limits' } : { type: 'resumed' });
    this.#options.hid(isPrivate);
    this.#toldPage = '';
    if (isPrivate) this.#options.channel.tell('off-limits', this.#masker.address(location.origin + location.pathname));
    else if (this.#isAskedLater) void this.#heed({ type: 'control-ask' });
    this.#isAskedLater = false;
  }

  #unmark(): void {
    this.#marks.close();
    this.#others?.mark({ type: 'erase' });
  }

  #fail(): void {
    this.#hasFailed = true;
    this.#control?.stop();
    this.#marks.close();
    this.#say({ type: 'paused', why: 'failed' });
    this.#options.failed();
  }

  /** For the audit trail: where the agent was, and nothing of what is behind a path. */
  #tellPage(address: string): void {
    const page = address.replace(/[?#].*/, '');
    if (page !== this.#toldPage) this.#options.channel.tell('page', page);
    this.#toldPage = page;
  }

  #say(word: CustomerWord): void {
    const text = new TextEncoder().encode(stringify(word));
    const frame = new Uint8Array(text.length + 1);
    frame[0] = FRAME.word;
    frame.set(text, 1);
    this.#options.channel.send(frame);
  }
}
