import type { MirrorRules } from '@deskbell/protocol/cobrowse.js';
import type { Masker } from '../mask/masker.js';
import type { Act, ActFault, AgentWord, CustomerWord } from '../words.js';
import { Acts } from './acts.js';
import { faultAt } from './bounds.js';
import { OwnHand } from './own-hand.js';

export type ControlState = Extract<CustomerWord, { type: 'control' }>['state'];

/** What control stands on. */
export interface ControlPorts {
  /** What capture gave that id to. */
  nodeOf(id: number): Node | undefined;
  readonly masker: Pick<Masker, 'mayControl' | 'isOffLimits' | 'isBlocked' | 'at'>;
  readonly rules: Pick<MirrorRules, 'control'>;
  /** Asks the customer, who sees who wants what; resolves with what they said. The signal: it is asked no more. */
  ask(signal: AbortSignal): Promise<boolean>;
  /** To the agent's side; what is said of `control` is for the banner and the audit trail, too. */
  say(word: CustomerWord): void;
  /** Milliseconds, never going back; `performance.now()`. */
  now(): number;
  /** Whether the customer's own click gives scripts power still; the browser's word where left out. */
  isActivated?(): boolean;
  /** The customer's own hand is at it. */
  noticed?(): void;
  /**
   * Does an act on a node in a frame of another origin, by its page; undefined where it is on none. `refusal`: why nothing may be done in a frame;
   * `isAgain`: of an act that was counted already.
   */
  inner?(act: Act, refusal: (frame: Element, isAgain: boolean) => ActFault | undefined): Promise<ActFault | undefined> | undefined;
}

/** After a no, the customer is not asked again for so long, ms. */
const NO_MEANS_NO = 30_000;
/** Acts in a second: what a hand does at most on a screen of 60 frames, twice over. */
const MOST_ACTS = 120;

/**
 * Control of the customer's page by the agent: only once the customer allowed it, only as long, and only where both the customer's rules and the
 * browser's would let a hand go. All of it is decided here, in the customer's browser, whatever the agent's side says.
 */
export class Control {
  #state: ControlState = 'none';
  #asking: AbortController | undefined;
  #refusedAt = -Infinity;
  #times: number[] = [];
  readonly #ports: ControlPorts;
  readonly #hand: OwnHand;
  readonly #acts: Acts;

  /** `granted`: the customer allowed it on the page before, in this very session. */
  constructor(ports: ControlPorts, granted = false) {
    this.#ports = ports;
    this.#hand = new OwnHand(ports);
    this.#acts = new Acts(ports, this.#hand);
    if (granted && ports.rules.control) this.#become('granted');
  }

  get state(): ControlState {
    return this.#state;
  }

  /** What the agent's side says about control; other words are nobody's business here. */
  hear(word: AgentWord): void {
    if (word.type === 'control-ask') void this.#ask();
    else if (word.type === 'control-leave') this.stop();
    else if (word.type === 'act') {
      const answer = (why?: ActFault) => this.#ports.say(why ? { type: 'refused', id: word.id, why } : { type: 'done', id: word.id });
      const keeper = word.act.kind === 'scroll' ? { mayControl: () => true } : this.#ports.masker;
      const inner = this.#ports.inner?.(word.act, (frame, isAgain) => this.#refusal(isAgain) ?? faultAt(frame, keeper, true));
      if (inner) void inner.then(answer);
      else answer(this.#refusal(false) ?? this.#acts.perform(word.act));
    }
  }

  /** Says again where it stands: to an agent's side that comes anew. */
  repeat(): void {
    this.#ports.say({ type: 'control', state: this.#state });
  }

  /** The customer takes it back, or the agent leaves it. */
  stop(): void {
    this.#asking?.abort();
    this.#asking = undefined;
    if (this.#state !== 'none') this.#become('none');
  }

  /** The page or the session ends; nothing is said. */
  close(): void {
    this.#asking?.abort();
    this.#hand.rest();
    this.#state = 'none';
  }

  async #ask(): Promise<void> {
    if (!this.#ports.rules.control) return this.#become('not-allowed');
    if (this.#state === 'asked' || this.#state === 'granted') return this.repeat();
    if (this.#ports.now() - this.#refusedAt < NO_MEANS_NO) return this.#become('refused');
    const asking = (this.#asking = new AbortController());
    this.#become('asked');
    const isAllowed = await this.#ports.ask(asking.signal).catch(() => false);
    // Taken back while it was asked: the answer is to nothing.
    if (this.#asking !== asking || asking.signal.aborted) return;
    this.#asking = undefined;
    if (!isAllowed) this.#refusedAt = this.#ports.now();
    this.#become(isAllowed ? 'granted' : 'refused');
  }

  #become(state: ControlState): void {
    this.#state = state;
    if (state === 'granted') this.#hand.watch(window);
    else this.#hand.rest();
    this.repeat();
  }

  /** The customer's own hand is at it in a frame of another origin. */
  noticeHand(): void {
    this.#hand.noticed();
  }

  #refusal(isAgain: boolean): ActFault | undefined {
    if (this.#state !== 'granted' || !this.#ports.rules.control) return 'no-consent';
    if (this.#ports.masker.isOffLimits(location.href)) return 'off-limits';
    if (!isAgain && this.#isTooFast()) return 'too-fast';
    this.#hand.watch(window);
    return this.#hand.isOn ? 'own-hand' : undefined;
  }

  #isTooFast(): boolean {
    const now = this.#ports.now();
    this.#times = this.#times.filter((time) => now - time < 1_000);
    if (this.#times.length >= MOST_ACTS) return true;
    this.#times.push(now);
    return false;
  }
}
