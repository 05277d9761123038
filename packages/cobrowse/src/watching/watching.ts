import { COBROWSE_ENDS, type Cobrowse, type CobrowseEnd } from '@deskbell/protocol/cobrowse.js';
import { FRAME, type Channel, type ChannelListener } from '../channel.js';
import type { AgentWord, CustomerWord } from '../words.js';
import { Pace } from './pace.js';
import type { Tool, WatchPhase, WatchState } from './state.js';
import type { View, ViewListener } from './view.js';
import { wordIn } from './word-in.js';

export interface WatchingOptions {
  readonly session: Cobrowse;
  /** Opens this end of the session. */
  readonly open: (listener: ChannelListener) => Channel;
  /** What time it is, ms; from anywhere, but steady. */
  readonly now: () => number;
  /** Something of the state is another. */
  readonly changed: () => void;
}

const bytes = new TextEncoder();

/** The agent's side of a session: what comes over the channel goes to the view, what the agent does in the view goes back, and how it stands. */
export class Watching {
  readonly #options: WatchingOptions;
  readonly #pace: Pace;
  #channel: Channel | undefined;
  #view: View | undefined;
  #session: Cobrowse;
  #met: 'never' | 'now' | 'before' = 'never';
  #isShown = false;
  #isElsewhere = false;
  #isLost = false;
  #paused: WatchState['paused'];
  #control: WatchState['control'] = 'none';
  #tool: Tool = 'point';
  #page: WatchState['page'];
  #state: WatchState | undefined;

  constructor(options: WatchingOptions) {
    this.#options = options;
    this.#session = options.session;
    this.#pace = new Pace(options.now);
    if (options.session.state !== 'ended') this.#open();
  }

  get state(): WatchState {
    return (this.#state ??= {
      phase: this.#phase(),
      session: this.#session,
      paused: this.#paused,
      control: this.#control,
      tool: this.#tool,
      page: this.#page,
      way: this.#met === 'now' ? this.#channel?.way : undefined,
      delay: this.#pace.delay,
      behind: this.#pace.behind,
      safety: this.#channel?.safety,
      isLost: this.#isLost,
    });
  }

  /** Shows it in the view that is opened here, and in no other. Returns what takes it away again. */
  show(open: (listener: ViewListener) => View): () => void {
    const isThis = (): boolean => this.#view === view;
    const view = open({
      shown: (frame, parts) => isThis() && this.#shown(frame, parts),
      lost: () => isThis() && this.#anew(),
      paged: (page) => {
        if (!isThis()) return;
        this.#page = page;
        this.#touch();
      },
      did: (word) => isThis() && this.#say(word),
    });
    this.#view = view;
    this.#isShown = false;
    view.use(this.#used);
    // What was missed is not kept.
    if (this.#met === 'now') this.#anew();
    this.#touch();
    return () => {
      if (isThis()) this.#view = undefined;
    };
  }

  /** Chooses what the pointer does. Control is used only where the customer has granted it. */
  use(tool: Tool): void {
    if (tool === 'control' && this.#control !== 'granted') return;
    if (this.#tool === 'point' && tool !== 'point') this.#say({ type: 'point-away' });
    this.#tool = tool;
    this.#view?.use(this.#used);
    this.#touch();
  }

  /** Takes away everything that was drawn and highlighted. */
  erase(): void {
    this.#say({ type: 'erase' });
    this.#view?.erase();
  }

  askControl(): void {
    if (this.state.phase !== 'live' || this.#control === 'asked' || this.#control === 'granted') return;
    this.#say({ type: 'control-ask' });
    this.#take({ type: 'control', state: 'asked' });
  }

  /** Gives control back, or asks for it no longer. */
  leaveControl(): void {
    this.#say({ type: 'control-leave' });
    this.#take({ type: 'control', state: 'none' });
  }

  /** Shows it here again, where another tab of the agent's took it, or by another channel where one is lost: two would push each other out. */
  comeBack(): void {
    if (!this.#isElsewhere && !this.#isLost) return;
    this.#isElsewhere = this.#isLost = false;
    this.#channel?.close();
    this.#open();
    this.#touch();
  }

  /** The relay told how the session stands. */
  know(session: Cobrowse): void {
    if (this.#session.state === 'ended') return;
    this.#session = session;
    if (session.state === 'ended') this.#stop();
    this.#touch();
  }

  close(): void {
    this.#stop();
    this.#view = undefined;
  }

  /** While it is away or paused the view is only to be looked at. */
  get #used(): Tool {
    return this.#phase() === 'live' ? this.#tool : 'look';
  }

  #phase(): WatchPhase {
    const { state } = this.#session;
    if (state === 'ended') return 'ended';
    if (this.#isElsewhere) return 'elsewhere';
    if (state !== 'allowed') return state;
    if (this.#met === 'never') return 'connecting';
    if (this.#met === 'before' || this.#isLost) return 'reconnecting';
    if (this.#paused) return 'paused';
    if (this.#isShown) return 'live';
    return this.#page ? 'reconnecting' : 'connecting';
  }

  #open(): void {
    this.#channel = this.#options.open({
      met: () => this.#begin(),
      frame: (frame) => this.#hear(frame),
      parted: (why) => this.#part(why),
      ended: (why) => this.#end(why),
      changed: (session) => this.know(session),
    });
  }

  #begin(): void {
    this.#met = 'now';
    this.#isLost = false;
    // Whoever is there may be another page: what it granted, it grants anew.
    this.#take({ type: 'control', state: 'none' });
    this.#paused = undefined;
    this.#restart();
  }

  #restart(): void {
    this.#isShown = false;
    this.#pace.begin();
    this.#view?.begin();
    this.#turn();
  }

  #anew(): void {
    this.#restart();
    this.#say({ type: 'resync' });
  }

  #hear(frame: Uint8Array): void {
    if (frame[0] === FRAME.mirror) {
      this.#pace.came();
      this.#view?.mirror(frame.subarray(1));
      this.#touch();
    } else if (frame[0] === FRAME.word) {
      const word = wordIn(frame);
      if (word) this.#take(word);
    }
  }

  #take(word: CustomerWord): void {
    this.#view?.hear(word);
    // After a private page comes another one, or the same anew: what stood before it is not live.
    if (word.type === 'paused') [this.#paused, this.#isShown] = [word.why, this.#isShown && word.why === 'hidden'];
    if (word.type === 'resumed') this.#paused = undefined;
    if (word.type === 'travelled') this.#pace.travelled(word.round);
    if (word.type === 'control') {
      this.#control = word.state;
      if (word.state === 'granted') this.#tool = 'control';
      else if (this.#tool === 'control') this.#tool = 'point';
    }
    this.#turn();
  }

  #shown(frame: number, parts: number): void {
    this.#isShown = true;
    this.#pace.shown(parts);
    this.#say({ type: 'ack', frame });
    this.#turn();
  }

  #part(why: 'away' | 'unreachable' | 'elsewhere'): void {
    if (this.#met === 'now') this.#met = 'before';
    this.#isElsewhere = why === 'elsewhere';
    this.#isLost = why === 'unreachable';
    this.#take({ type: 'control', state: 'none' });
  }

  #end(why: string): void {
    const end = COBROWSE_ENDS.find((known) => known === why) ?? ('gone' satisfies CobrowseEnd);
    this.know({ ...this.#session, state: 'ended', end });
  }

  #stop(): void {
    this.#channel?.close();
    this.#channel = undefined;
    this.#control = 'none';
  }

  #say(word: AgentWord): void {
    if (this.#met !== 'now') return;
    const json = bytes.encode(JSON.stringify(word));
    const frame = new Uint8Array(json.length + 1);
    frame[0] = FRAME.word;
    frame.set(json, 1);
    this.#channel?.send(frame);
  }

  #turn(): void {
    this.#view?.use(this.#used);
    this.#touch();
  }

  #touch(): void {
    this.#state = undefined;
    this.#options.changed();
  }
}
