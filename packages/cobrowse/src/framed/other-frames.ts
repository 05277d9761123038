import type { MirrorRules } from '@deskbell/protocol/cobrowse.js';
import { attributeOf, baseOf, hear, isConnected } from '../natives.js';
import type { InnerFrames, IntoRecording } from '../capture/options.js';
import type { ControlPorts } from '../control/control.js';
import { inPage, isWithinReach, outward, touched, type Point } from '../control/where.js';
import type { Mask } from '../mask/masker.js';
import type { Act, ActFault, AgentWord } from '../words.js';
import type { Here, Look, Offer } from './messages.js';
import { OtherFrame } from './other-frame.js';

/** Frames that take part at once: each is a recorder of its own. */
const MOST_FRAMES = 20;

export interface OtherFramesOptions {
  readonly window: Window & typeof globalThis;
  /** The origins that may take part: of a frame of any other nothing is asked, nothing told, and nothing believed. */
  readonly origins: readonly string[];
  readonly rules: MirrorRules;
  /** The agent's name. */
  readonly agent: string;
  /** The customer's own hand is at it in a frame. */
  readonly hand: () => void;
}

type Refusal = Parameters<NonNullable<ControlPorts['inner']>>[1];

interface Noted {
  readonly id: number;
  readonly mask: Mask;
}

/** The frames of other origins that take part in the mirror of a page, as their pages agreed to. */
export class OtherFrames implements InnerFrames {
  readonly #options: OtherFramesOptions;
  readonly #here: AbortController;
  /** Frames that the recording has, and that this page cannot look into. */
  #noted = new Map<HTMLIFrameElement, Noted>();
  readonly #lines = new Map<HTMLIFrameElement, OtherFrame>();
  readonly #watched = new WeakSet<Element>();
  #into: IntoRecording | undefined;
  /** Documents of frames that take no part any more. */
  #left: number[] = [];
  #isControlled = false;

  constructor(options: OtherFramesOptions) {
    this.#options = options;
    const { window } = options;
    this.#here = new window.AbortController();
    hear(window, 'message', this.#here.signal, (event) => this.#greet(event as MessageEvent));
  }

  get size(): number {
    return this.#left.length + [...this.#lines.values()].filter(({ waits }) => waits).length;
  }

  begin(into: IntoRecording): void {
    this.end();
    this.#into = into;
  }

  end(): void {
    this.#into = undefined;
    this.#noted = new Map();
    this.#left = [];
    for (const line of this.#lines.values()) line.rest();
  }

  note(frame: HTMLIFrameElement, id: number, mask: Mask): void {
    const before = this.#noted.get(frame);
    this.#noted.set(frame, { id, mask });
    if (!this.#watched.has(frame)) {
      this.#watched.add(frame);
      // Another document, which may take part or not, and says so itself. That the one before has gone it said.
      hear(frame, 'load', this.#here.signal, () => this.#noted.has(frame) && this.#look(frame));
    }
    const line = this.#lines.get(frame);
    if (!line) this.#look(frame);
    else if (this.#into && (before?.id !== id || before.mask !== mask)) line.begin(this.#into, id, mask);
  }

  dropped(node: Node): void {
    const frame = node as HTMLIFrameElement;
    if (!this.#noted.delete(frame)) return;
    const line = this.#lines.get(frame);
    line?.rest();
    if (!isConnected(frame)) line?.close();
  }

  write(hasTime: () => boolean): boolean {
    if (!this.#into) return true;
    for (const document of this.#left.splice(0)) this.#into.sink.removed(document);
    let isDone = true;
    for (const line of this.#lines.values()) isDone = line.write(hasTime) && isDone;
    return isDone;
  }

  focusIn(frame: Element): number {
    return this.#lines.get(frame as HTMLIFrameElement)?.focus ?? 0;
  }

  /** From now on, or no longer: what the customer allowed, or took back. */
  control(on: boolean): void {
    this.#isControlled = on;
    for (const line of this.#lines.values()) line.say({ type: 'control', on });
  }

  /** What the agent highlights, or takes away, in a frame. */
  mark(word: AgentWord): void {
    if (word.type !== 'highlight' && word.type !== 'erase') return;
    for (const line of this.#lines.values()) line.say({ type: 'word', word: line.wordFor(word) ?? { type: 'erase' } });
  }

  /** Does what the agent wants done in a frame; undefined where the node is in none. Page and frame both have to agree. */
  act(act: Act, refusal: Refusal): Promise<ActFault | undefined> | undefined {
    for (const [frame, line] of this.#lines) if (line.wordFor({ type: 'act', id: 0, act })) return this.#act(frame, line, act, refusal);
    return undefined;
  }

  /** Where what an act is about is, CSS px in this page's viewport; undefined where it is in no frame. */
  where(act: Act): Promise<Point | ActFault> | undefined {
    for (const [frame, line] of this.#lines) if (line.wordFor({ type: 'act', id: 0, act })) return this.#where(frame, line, act);
    return undefined;
  }

  close(): void {
    this.end();
    this.#here.abort();
    for (const line of [...this.#lines.values()]) line.close();
  }

  async #act(frame: HTMLIFrameElement, line: OtherFrame, act: Act, refusal: Refusal): Promise<ActFault | undefined> {
    const fault = (isAgain: boolean) => (this.#noted.has(frame) ? refusal(frame, isAgain) : 'gone');
    const first = fault(false);
    if (first) return first;
    if (act.kind !== 'scroll') {
      const at = await this.#where(frame, line, act);
      // Meanwhile the customer may have taken it back.
      const second = typeof at === 'string' ? at : fault(true);
      if (second) return second;
    }
    return line.act(act);
  }

  async #where(frame: HTMLIFrameElement, line: OtherFrame, act: Act): Promise<Point | ActFault> {
    const { window } = this.#options;
    if (!isWithinReach(frame, window)) return 'not-possible';
    const at = await line.where(act);
    if (typeof at === 'string') return at;
    const point = outward(frame, at);
    // Something of this page's may lie over it: Deskbell's own above all.
    return isConnected(frame) && touched(frame, point, window) === frame ? inPage(frame, point, window) : 'not-possible';
  }

  /** Asks who is there, where it may be one of those that take part. */
  #look(frame: HTMLIFrameElement): void {
    const look: Look = { deskbell: 'look' };
    const { origins, window } = this.#options;
    const address = attributeOf(frame, 'src') ?? '';
    const base = baseOf(frame);
    const origin = URL.canParse(address, base) ? new URL(address, base).origin : '';
    // One that this page led elsewhere may be at any of them by now. The rest, advertisements above all, are not even asked.
    const asked = origin === window.location.origin ? origins : origins.filter((one) => one === origin);
    for (const one of asked) frame.contentWindow?.postMessage(look, one);
  }

  #greet({ isTrusted, data, origin, source }: MessageEvent): void {
    const { deskbell, page } = (data ?? {}) as Partial<Here>;
    if (deskbell !== 'here' || typeof page !== 'number' || !isTrusted || !source || !this.#options.origins.includes(origin)) return;
    for (const [frame, { id, mask }] of this.#noted) {
      if (frame.contentWindow === source && this.#into) return this.#offer(frame, page, origin, this.#into, id, mask);
    }
  }

  #offer(frame: HTMLIFrameElement, page: number, origin: string, into: IntoRecording, id: number, mask: Mask): void {
    const before = this.#lines.get(frame);
    if (before?.page === page) return;
    before?.close();
    if (this.#lines.size >= MOST_FRAMES) return;
    const { rules, agent, hand } = this.#options;
    const { port1, port2 } = new MessageChannel();
    const line: OtherFrame = new OtherFrame(frame, page, port1, {
      wake: () => this.#into?.wake(),
      hand,
      over: (document) => {
        if (this.#lines.get(frame) === line) this.#lines.delete(frame);
        if (document && this.#into) this.#left.push(document);
        this.#into?.wake();
      },
    });
    this.#lines.set(frame, line);
    const offer: Offer = { deskbell: 'offer', rules, agent };
    // If another document is there by now, of another origin, the browser gives it to nobody.
    frame.contentWindow?.postMessage(offer, origin, [port2]);
    line.begin(into, id, mask);
    if (this.#isControlled) line.say({ type: 'control', on: true });
  }
}
