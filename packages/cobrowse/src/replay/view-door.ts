import { FRAME } from '../channel.js';
import { BEGINS } from '../wire/codes.js';
import { HELLO, type FromView, type ToView } from './view-port.js';
import type { View, ViewListener } from './view.js';

/** What reads the stream: `wire/`'s decoder. */
export interface StreamReader {
  /** The number of the last frame that was taken, as the customer's side counts. */
  readonly frame: number;
  read(frame: Uint8Array): 'taken' | 'lost' | 'skipped';
}

/** What the agent's hand does in the view: it has the view's `surface`, `element` and `marks` to itself. */
export interface ViewHand {
  /** Something said to the view that is not about the mirror; whatever it does not know it leaves alone. */
  hear(message: ToView): void;
  close(): void;
}

export interface ViewDoorOptions {
  /** The origins whose pages may have the view. */
  readonly desks: readonly string[];
  readonly makeView: (listener: ViewListener) => View;
  readonly makeReader: (view: View) => StreamReader;
  readonly makeHand?: (view: View, say: (message: FromView) => void) => ViewHand;
  /** Calls just before what was done comes onto the screen; by the browser's next frame where left out. */
  readonly beforePaint?: (act: () => void) => void;
}

const isHello = (data: unknown): boolean => typeof data === 'object' && data !== null && (data as { type?: unknown }).type === HELLO;

/** How long nothing may be painted before it counts as seen, ms: a view that is out of sight is painted never. */
const UNSEEN = 250;

const beforePaint = (act: () => void): void => {
  let isDone = false;
  const once = (): void => {
    if (!isDone) act();
    isDone = true;
  };
  requestAnimationFrame(once);
  setTimeout(once, UNSEEN);
};

/**
 * Waits for the page around the view to hand over a port, and for no other: one that says hello from the origin of a desk. Then it does what is said
 * over the port.
 */
export class ViewDoor {
  readonly #options: ViewDoorOptions;
  readonly #window: Window;
  #port: MessagePort | undefined;
  #view: View | undefined;
  #hand: ViewHand | undefined;
  #reader: StreamReader | undefined;
  #parts = 0;
  #hasTaken = false;
  #isPainting = false;
  readonly #listen = (event: MessageEvent): void => this.#open(event);

  constructor(window: Window, options: ViewDoorOptions) {
    this.#window = window;
    this.#options = options;
    window.addEventListener('message', this.#listen);
  }

  close(): void {
    this.#window.removeEventListener('message', this.#listen);
    this.#port?.close();
    this.#hand?.close();
    this.#view?.close();
  }

  #open({ data, origin, source, ports: [port] }: MessageEvent): void {
    const isMeant = isHello(data) && source !== null && source === this.#window.parent && this.#options.desks.includes(origin);
    if (!isMeant || !port || this.#port) return;
    this.#window.removeEventListener('message', this.#listen);
    this.#port = port;
    this.#view = this.#options.makeView({
      paged: (page) => this.#say({ type: 'paged', page }),
      scaled: (scale) => this.#say({ type: 'scaled', scale }),
      lost: () => this.#say({ type: 'lost' }),
    });
    this.#hand = this.#options.makeHand?.(this.#view, (message) => this.#say(message));
    port.onmessage = ({ data: message }: MessageEvent<ToView>) => this.#hear(message);
    this.#say({ type: 'ready' });
  }

  #say(message: FromView): void {
    this.#port?.postMessage(message);
  }

  #hear(message: ToView): void {
    const view = this.#view;
    if (!view) return;
    if (message.type === 'begin') this.#begin(view);
    else if (message.type === 'mirror') this.#read(view, new Uint8Array(message.part));
    else if (message.type === 'scale') view.mode = message.mode;
    else if (message.type === 'label') view.label = message.label;
    this.#hand?.hear(message);
  }

  #begin(view: View): void {
    this.#reader = this.#options.makeReader(view);
    this.#parts = 0;
    this.#hasTaken = false;
  }

  #read(view: View, part: Uint8Array): void {
    this.#reader ??= this.#options.makeReader(view);
    const frame = new Uint8Array(part.length + 1);
    frame[0] = FRAME.mirror;
    frame.set(part, 1);
    const taken = this.#reader.read(frame);
    this.#parts++;
    // What was on its way while a stream was asked for is of the one before; only what should begin one, and does not, is lost.
    if (taken === 'lost' && (this.#hasTaken || part[0] === BEGINS)) this.#say({ type: 'lost' });
    this.#hasTaken = taken === 'taken';
    if (taken === 'taken') this.#paint(view);
  }

  /** However many parts come before the next frame of the browser, they are looked at and told of once. */
  #paint(view: View): void {
    if (this.#isPainting) return;
    this.#isPainting = true;
    (this.#options.beforePaint ?? beforePaint)(() => {
      this.#isPainting = false;
      view.player.settle();
      if (this.#reader) this.#say({ type: 'shown', frame: this.#reader.frame, parts: this.#parts });
    });
  }
}
