import { Recorder } from '../capture/recorder.js';
import type { Control } from '../control/control.js';
import { inPage, pointOf, reachable, touched, type Point } from '../control/where.js';
import { pathOf, windowOf } from '../control/native.js';
import { Marks } from '../marks/marks.js';
import { createMasker } from '../mask/create-masker.js';
import type { Masker } from '../mask/masker.js';
import { readAgentWord } from '../words-check.js';
import type { Act, ActFault, AgentWord, CustomerWord } from '../words.js';
import type { FromFrame, FromPage, Offer } from './messages.js';
import { OtherFrames } from './other-frames.js';
import { PortSink } from './port-sink.js';

type ActWord = Extract<AgentWord, { type: 'act' }>;

/** How often at most the page around is told of the customer's own hand, ms. */
const HAND_EVERY = 200;

/** This page within a frame of another origin's page, which takes part in the mirror of that: masked here, controlled here, for as long as it says. */
export class FramedPage {
  readonly #port: MessagePort;
  readonly #offer: Offer;
  readonly #origins: readonly string[];
  readonly #over: () => void;
  readonly #parts: PortSink;
  readonly #here = new AbortController();
  #masker: Masker | undefined;
  #recorder: Recorder | undefined;
  #others: OtherFrames | undefined;
  #marks: Marks | undefined;
  #control: Promise<Control | undefined> | undefined;
  #isControlled = false;
  #toldHand = -Infinity;

  /** @param origins - Of frames within this page that may take part as well. @param over - Called once it takes part no more. */
  constructor(port: MessagePort, offer: Offer, origins: readonly string[], over: () => void) {
    this.#port = port;
    this.#offer = offer;
    this.#origins = origins;
    this.#over = over;
    this.#parts = new PortSink((message) => this.#say(message));
  }

  start(): void {
    this.#port.onmessage = ({ data }) => this.#hear(data as FromPage | null);
    // A frame that goes elsewhere is not shown as it was, nor one that comes back out of the browser's cache before it is asked again.
    addEventListener('pagehide', () => this.close(), { signal: this.#here.signal });
  }

  close(): void {
    if (this.#here.signal.aborted) return;
    this.#here.abort();
    this.#rest();
    this.#allow(false);
    this.#say({ type: 'gone' });
    this.#port.close();
    this.#over();
  }

  #hear(message: FromPage | null): void {
    switch (message?.type) {
      case 'fresh':
        return this.#begin(message.around);
      case 'rest':
        return this.#rest();
      case 'taken':
        return this.#parts.taken(message.parts);
      case 'control':
        return this.#allow(message.on);
      case 'where':
      case 'word': {
        const word = readAgentWord(message.word);
        if (word?.type !== 'act') return word && this.#mark(word);
        return void (message.type === 'where' ? this.#tellWhere(word) : this.#act(word));
      }
      default:
        this.close();
    }
  }

  #begin(around: number): void {
    this.#rest();
    const { rules, agent } = this.#offer;
    const masker = (this.#masker = createMasker(rules, window, around));
    const { sink } = this.#parts;
    this.#others =
      this.#origins.length > 0
        ? new OtherFrames({ window, origins: this.#origins, rules, agent, hand: () => this.#tellHand() })
        : undefined;
    this.#others?.control(this.#isControlled);
    this.#recorder = new Recorder(window, {
      sink,
      masker,
      others: () => this.#others,
      waiting: () => this.#parts.waiting,
      offLimits: (is) => is && this.#hide(),
    });
    this.#marks = new Marks({ nodeOf: this.#nodeOf, name: agent });
    this.#recorder.start();
  }

  #rest(): void {
    this.#recorder?.stop();
    this.#others?.close();
    this.#marks?.close();
    this.#recorder = this.#others = this.#marks = undefined;
  }

  /** A fresh snapshot of nothing. */
  #hide(): void {
    const { sink } = this.#parts;
    sink.fresh({ title: '', address: '', base: '', width: 0, height: 0, media: 0, bar: undefined });
    sink.flush?.();
    this.#marks?.close();
  }

  readonly #nodeOf = (id: number) => this.#recorder?.nodeOf(id);

  #mark(word: AgentWord): void {
    if (this.#masker?.isOffLimits(location.href) ?? true) return;
    this.#marks?.hear(word);
    this.#others?.mark(word);
  }

  #allow(on: boolean): void {
    if (on === this.#isControlled) return;
    this.#isControlled = on;
    this.#others?.control(on);
    void this.#control?.then((control) => control?.close());
    this.#control = on ? this.#load() : undefined;
  }

  async #load(): Promise<Control | undefined> {
    const { Control: Made } = await import('../control/control.js').catch(() => ({ Control: undefined }));
    // Taken back meanwhile.
    if (!Made || !this.#isControlled) return undefined;
    return new Made(
      {
        nodeOf: this.#nodeOf,
        masker: {
          mayControl: (element) => this.#masker?.mayControl(element) ?? false,
          isOffLimits: (address) => this.#masker?.isOffLimits(address) ?? true,
          isBlocked: (mask) => this.#masker?.isBlocked(mask) ?? true,
          at: (node) => this.#masker?.at(node) ?? 0,
        },
        rules: { control: this.#offer.rules.control },
        // The question was asked by the page around.
        ask: () => Promise.resolve(false),
        inner: (...act) => this.#others?.act(...act),
        noticed: () => this.#tellHand(),
        say: (word) => this.#answer(word),
        now: () => performance.now(),
      },
      true,
    );
  }

  #answer(word: CustomerWord): void {
    if (word.type === 'done') this.#say({ type: 'did', id: word.id });
    else if (word.type === 'refused') this.#say({ type: 'did', id: word.id, why: word.why });
  }

  async #act(word: ActWord): Promise<void> {
    const control = await this.#control;
    if (control && this.#isControlled) control.hear(word);
    else this.#say({ type: 'did', id: word.id, why: 'no-consent' });
  }

  async #tellWhere({ id, act }: ActWord): Promise<void> {
    const at = this.#isControlled ? await (this.#others?.where(act) ?? this.#where(act)) : 'no-consent';
    this.#say(typeof at === 'string' ? { type: 'did', id, why: at } : { type: 'place', id, x: at.x, y: at.y });
  }

  /** The page around sees to it that nothing of its own lies over it. */
  #where(act: Act): Point | ActFault {
    const node = this.#nodeOf(act.node);
    if (!node || !windowOf(node)) return 'gone';
    const element = node.nodeType === Node.DOCUMENT_NODE ? (node as Document).body : pathOf(node).next().value;
    if (!element) return 'gone';
    const point = act.kind === 'click' ? pointOf(element, act.x, act.y) : reachable(element, window);
    return point && touched(element, point, window) ? inPage(element, point, window) : 'not-possible';
  }

  #tellHand(): void {
    const now = performance.now();
    if (now - this.#toldHand < HAND_EVERY) return;
    this.#toldHand = now;
    this.#say({ type: 'hand' });
  }

  #say(message: FromFrame): void {
    this.#port.postMessage(message);
  }
}
