import type { CobrowseEnd, CobrowsePass, MirrorRules } from '@deskbell/protocol/cobrowse.js';
import type { Channel } from '../channel.js';
import type { ControlState } from '../control/control.js';
import { openChannel } from '../link/channel.js';
import { askRelay, type RelayRefusal } from './ask-relay.js';
import { KEPT_AT, dropTicket, keepControl, keptTicket, type KeptTicket } from './kept-ticket.js';
import type { Shown, ShowingState } from './showing-state.js';
import { Stage } from './stage.js';
import { isLookedAt, watchTab } from './tab-in-use.js';

/** What a relay says of a ticket that opens nothing any more. */
const OVER: readonly string[] = ['unauthorized', 'not-found', 'wrong-phase', 'erased', 'wrong-origin'];

/**
 * Shows this page to an agent, by the ticket that the customer's consent gave: whenever this tab is the one in use, until somebody ends it. The next
 * page goes on by the same ticket. Whether and where that is told to the customer is the face's business, but it has to be.
 */
export class Showing implements Shown {
  readonly #kept: KeptTicket;
  readonly #frames: readonly string[];
  readonly #open: typeof openChannel;
  readonly #here = new AbortController();
  readonly #listeners = new Set<(state: ShowingState) => void>();
  #state: ShowingState;
  #channel: Channel | undefined;
  #stage: Stage | undefined;
  #rules: MirrorRules | undefined;
  #answer: ((granted: boolean) => void) | undefined;

  /** @param frames - The origins of frames that may take part. */
  constructor(kept: KeptTicket, frames: readonly string[] = [], open = openChannel) {
    this.#kept = kept;
    this.#frames = frames;
    this.#open = open;
    const { agent } = kept;
    this.#state = { phase: 'connecting', agent, control: 'none', way: undefined, safety: undefined, end: undefined };
  }

  get state(): ShowingState {
    return this.#state;
  }

  subscribe(listener: (state: ShowingState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Shows the page, or stands by while another tab is in use. */
  start(): void {
    const { signal } = this.#here;
    watchTab(
      {
        used: () => this.#join(),
        hidden: () => this.#stage?.look(),
        left: () => this.#leave('reconnecting'),
      },
      signal,
    );
    // Over in another tab is over here.
    addEventListener('storage', ({ key }) => (key === KEPT_AT || key === null) && this.#checkKept(), { signal });
    if (isLookedAt()) this.#join();
    else this.#leave('elsewhere');
  }

  answerControl(granted: boolean): void {
    this.#answer?.(granted);
  }

  takeBack(): void {
    this.#stage?.takeBack();
  }

  stop(): void {
    if (this.#state.phase === 'ended') return;
    const { relay, id, ticket } = this.#kept;
    // By the socket that is open too: a page's service worker may let nothing else through.
    this.#channel?.tell('stopped');
    // Nothing of the page is shown from here on, whether the relay hears of it or not.
    this.#end('customer');
    askRelay(relay, `${id}/end`, {}, ticket).catch(() => undefined);
  }

  #join(): void {
    if (this.#channel) return this.#stage?.look();
    if (this.#here.signal.aborted) return;
    this.#set({ phase: this.#state.phase === 'elsewhere' ? 'connecting' : this.#state.phase });
    const channel = (this.#channel = this.#open({
      relay: this.#kept.relay,
      side: 'customer',
      pass: () => this.#pass(),
      listener: {
        met: () => this.#meet(channel),
        frame: (frame) => {
          this.#stage?.hear(frame);
          this.#set();
        },
        parted: (why) => this.#part(why),
        ended: (why) => this.#end(why as CobrowseEnd),
      },
    }));
  }

  async #pass(): Promise<string | undefined> {
    const { relay, id, ticket } = this.#kept;
    try {
      const { session, pass, rules } = (await askRelay(relay, `${id}/pass`, {}, ticket)) as unknown as CobrowsePass;
      this.#rules = rules;
      if (session.state === 'ended') this.#end(session.end ?? 'gone');
      return this.#here.signal.aborted ? undefined : pass;
    } catch (error) {
      if (OVER.includes((error as RelayRefusal).code)) return undefined;
      throw error;
    }
  }

  #meet(channel: Channel): void {
    this.#clear();
    if (!this.#rules) return;
    this.#set({ phase: 'live' });
    this.#stage = new Stage({
      channel,
      rules: this.#rules,
      frames: this.#frames,
      agent: this.#kept.agent,
      granted: keptTicket()?.control === true,
      ask: (signal) => this.#ask(signal),
      hid: (isPrivate) => this.#set({ phase: isPrivate ? 'private' : 'live' }),
      failed: () => this.#set({ phase: 'failed' }),
      controlled: (control) => this.#controlled(channel, control),
    });
    this.#stage.start();
  }

  #part(why: 'away' | 'unreachable' | 'elsewhere'): void {
    // Whoever comes back asks again whether they may click and type.
    if (why === 'away') this.takeBack();
    this.#leave(why === 'elsewhere' ? why : 'reconnecting', why !== 'elsewhere');
  }

  /** The agent is not there, or this tab has made room; `isOpen`: the channel comes back by itself. */
  #leave(phase: 'reconnecting' | 'elsewhere', isOpen = false): void {
    this.#clear();
    if (!isOpen) {
      this.#channel?.close();
      this.#channel = undefined;
    }
    if (this.#state.phase !== 'ended') this.#set({ phase, control: 'none' });
  }

  #clear(): void {
    this.#stage?.close();
    this.#stage = undefined;
  }

  #ask(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      this.#answer = resolve;
      signal.addEventListener('abort', () => resolve(false));
    });
  }

  #controlled(channel: Channel, state: ControlState): void {
    const before = this.#state.control;
    const control = state === 'asked' || state === 'granted' ? state : 'none';
    this.#set({ control });
    if (control === before) return;
    if (control === 'granted' && !keptTicket()?.control) channel.tell('control-granted');
    else if (before === 'asked' && state === 'refused') channel.tell('control-refused');
    else if (before === 'granted') channel.tell('control-ended');
    keepControl(this.#kept.id, control === 'granted');
  }

  #checkKept(): void {
    if (keptTicket()?.id !== this.#kept.id) this.#end('gone');
  }

  #end(end: CobrowseEnd): void {
    if (this.#here.signal.aborted) return;
    this.#here.abort();
    this.#clear();
    this.#channel?.close();
    this.#channel = undefined;
    dropTicket(this.#kept.id);
    this.#set({ phase: 'ended', control: 'none', end });
  }

  /** Tells what changed, and which way it goes now. */
  #set(change: Partial<ShowingState> = {}): void {
    const { way, safety } = this.#channel ?? {};
    const now = { ...this.#state, ...change, way, safety };
    const names = Object.keys(now) as (keyof ShowingState)[];
    if (names.every((name) => now[name] === this.#state[name])) return;
    this.#state = now;
    for (const listener of this.#listeners) listener(now);
  }
}
