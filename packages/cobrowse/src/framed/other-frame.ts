import type { IntoRecording } from '../capture/options.js';
import type { Point } from '../control/where.js';
import type { Mask } from '../mask/masker.js';
import type { Act, ActFault, AgentWord } from '../words.js';
import { passOn } from './calls.js';
import { BrokenFrame, Ids } from './ids.js';
import { sizeOf, type FromFrame, type FromPage } from './messages.js';

/** What waits of a frame, bytes: ours waits long before that. */
const MOST_WAITING = 16_000_000;

/** Who wants to know of a frame. */
export interface OtherFrameListener {
  /** There is something to write. */
  wake(): void;
  /** The customer's own hand is at it there. */
  hand(): void;
  /** It takes no part any more: what the mirror has of it, by the id of its document, is to go; 0 for nothing. */
  over(document: number): void;
}

/** The page's end of a port to a frame of another origin: nothing that comes over it is believed. */
export class OtherFrame {
  /** Which document it is. */
  readonly page: number;
  /** What has the focus in it, by the page's ids. */
  focus = 0;
  readonly #element: HTMLIFrameElement;
  readonly #port: MessagePort;
  readonly #listener: OtherFrameListener;
  readonly #asked = new Map<number, (answer: FromFrame | undefined) => void>();
  #parts: (readonly (readonly unknown[])[])[] = [];
  #size = 0;
  #into: IntoRecording | undefined;
  #ids = new Ids(() => 0);
  #frame = 0;
  #isFresh = false;
  #lastAsked = 0;

  constructor(element: HTMLIFrameElement, page: number, port: MessagePort, listener: OtherFrameListener) {
    this.#element = element;
    this.page = page;
    this.#port = port;
    this.#listener = listener;
    port.onmessage = ({ data }) => this.#hear(data as FromFrame | null);
    // Where the platform tells of it; elsewhere the frame does.
    port.addEventListener('close', () => this.close());
  }

  /** Whether there is something to write. */
  get waits(): boolean {
    return this.#parts.length > 0;
  }

  /** The recording has the frame, by that id: its page begins anew. */
  begin(into: IntoRecording, frame: number, around: Mask): void {
    this.rest();
    this.#into = into;
    this.#frame = frame;
    this.#ids = new Ids(() => into.nextId());
    this.say({ type: 'fresh', around });
  }

  /** The recording does not have the frame any more. */
  rest(): void {
    if (!this.#into) return;
    this.#into = undefined;
    this.#isFresh = false;
    this.#drop();
    this.#ids.clear();
    this.focus = 0;
    this.say({ type: 'rest' });
  }

  say(message: FromPage): void {
    this.#port.postMessage(message);
  }

  close(): void {
    if (!this.#port.onmessage) return;
    this.#port.onmessage = null;
    this.say({ type: 'end' });
    this.#port.close();
    const document = this.#ids.get(1);
    this.#into = undefined;
    this.#drop();
    this.#ids.clear();
    for (const answer of this.#asked.values()) answer(undefined);
    this.#asked.clear();
    this.#listener.over(document);
  }

  /** A word of the agent's about the frame's own node; undefined where it is none of the frame's. */
  wordFor<Word extends AgentWord>(word: Word): Word | undefined {
    if (word.type === 'highlight') {
      const node = this.#ids.theirs(word.node);
      return node === undefined ? undefined : { ...word, node };
    }
    const node = word.type === 'act' ? this.#ids.theirs(word.act.node) : undefined;
    return word.type === 'act' && node !== undefined ? { ...word, act: { ...word.act, node } } : undefined;
  }

  /** Where what an act is about is, CSS px in the frame's viewport. */
  async where(act: Act): Promise<Point | ActFault> {
    const answer = await this.#ask('where', act);
    if (answer?.type === 'place' && Number.isFinite(answer.x) && Number.isFinite(answer.y)) return { x: answer.x, y: answer.y };
    return answer?.type === 'did' ? faultOf(answer.why) : 'gone';
  }

  async act(act: Act): Promise<ActFault | undefined> {
    const answer = await this.#ask('word', act);
    if (answer?.type !== 'did') return 'gone';
    return answer.why === undefined ? undefined : faultOf(answer.why);
  }

  /** Writes what waits, as long as there is time; gives whether that is all. */
  write(hasTime: () => boolean): boolean {
    const [into, ids] = [this.#into, this.#ids];
    if (!into) return true;
    let parts = 0;
    try {
      for (let part = this.#parts.shift(); part; part = hasTime() ? this.#parts.shift() : undefined) {
        parts++;
        this.#size -= sizeOf(part);
        for (const [name, ...said] of part) this.#write(name, said, into, ids);
      }
    } catch (fault) {
      if (!(fault instanceof BrokenFrame)) throw fault;
      this.close();
      return true;
    }
    if (parts) this.say({ type: 'taken', parts });
    return !this.waits;
  }

  #write(name: unknown, said: readonly unknown[], into: IntoRecording, ids: Ids): void {
    if (name === 'fresh') {
      this.#empty(into);
      this.#isFresh = true;
    }
    // Till then it is about what was there before.
    if (!this.#isFresh || name === 'fresh' || name === 'shown' || name === 'paged') return;
    if (name === 'pointer') {
      const [x, y, pressed] = said;
      if (Number.isFinite(x) && Number.isFinite(y)) into.pointed(this.#element, x as number, y as number, pressed === true);
    } else if (name === 'focused') {
      this.focus = ids.get(Number(said[0]));
      into.focusMoved();
    } else passOn(name, said, { sink: into.sink, ids, frame: this.#frame, nextSheet: () => into.nextSheet() });
  }

  /** What the mirror has of it goes. */
  #empty(into: IntoRecording): void {
    const document = this.#ids.get(1);
    if (document) into.sink.removed(document);
    this.#ids.clear();
    this.focus = 0;
  }

  #ask(type: 'where' | 'word', act: Act): Promise<FromFrame | undefined> {
    const id = ++this.#lastAsked;
    const word = this.wordFor({ type: 'act', id, act });
    if (!word || !this.#port.onmessage) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.#asked.set(id, resolve);
      this.say({ type, word });
    });
  }

  #drop(): void {
    // What is not written is taken all the same, so that the frame does not wait for it.
    if (this.#parts.length) this.say({ type: 'taken', parts: this.#parts.length });
    this.#parts = [];
    this.#size = 0;
  }

  #hear(message: FromFrame | null): void {
    switch (message?.type) {
      case 'calls':
        return this.#take(message.calls);
      case 'place':
      case 'did': {
        const answer = this.#asked.get(message.id);
        this.#asked.delete(message.id);
        return answer?.(message);
      }
      case 'hand':
        return this.#listener.hand();
      default:
        // It goes, or is none of ours.
        this.close();
    }
  }

  #take(calls: unknown): void {
    const isSo = Array.isArray(calls) && calls.every((call) => Array.isArray(call));
    if (isSo) this.#size += sizeOf(calls as unknown[][]);
    if (!isSo || this.#size > MOST_WAITING) return this.close();
    if (!this.#into) return this.say({ type: 'taken', parts: 1 });
    this.#parts.push(calls as unknown[][]);
    this.#listener.wake();
  }
}

const FAULTS: Readonly<Record<ActFault, true>> = {
  'no-consent': true,
  masked: true,
  file: true,
  elsewhere: true,
  'own-hand': true,
  gone: true,
  'off-limits': true,
  'not-possible': true,
  'too-fast': true,
};
const faultOf = (why: unknown): ActFault => (typeof why === 'string' && Object.hasOwn(FAULTS, why) ? (why as ActFault) : 'not-possible');
