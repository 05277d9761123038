/** After the customer's own hand, the agent's waits for so long, ms. */
const QUIET = 1_000;
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'pointermove', 'beforeinput', 'compositionupdate'] as const;

interface OwnHandPorts {
  now(): number;
  isActivated?(): boolean;
  noticed?(): void;
}

/** Whether the customer is at it themselves: typing, clicking, dragging or scrolling, in the page or in a frame of it. */
export class OwnHand {
  #last = -Infinity;
  #isActing = false;
  readonly #watched = new Map<Window, Document>();

  readonly #ports: OwnHandPorts;

  constructor(ports: OwnHandPorts) {
    this.#ports = ports;
  }

  get isOn(): boolean {
    return this.#ports.now() - this.#last < QUIET;
  }

  /**
   * For some seconds after the customer's own click a browser lets the page's scripts do what they else may not: copy, fill the screen, open the
   * choice of a file, pay. A click by the agent gives no such power, but it could use what is left of the customer's.
   */
  get lendsPower(): boolean {
    return this.#ports.isActivated?.() ?? navigator.userActivation.isActive;
  }

  /** Watches a window and those in its frames that can be looked into; frames that come later are found when it is called again, or load. */
  watch(window: Window): void {
    if (this.#watched.get(window) !== window.document) {
      this.#watched.set(window, window.document);
      this.#listen(window, window.document, 'addEventListener');
    }
    for (const inner of Array.from<Window>(window as unknown as ArrayLike<Window>)) {
      try {
        if (inner.origin === globalThis.origin) this.watch(inner);
      } catch {
        // Another site's: what the customer does there is not to be known.
      }
    }
  }

  /** They are at it somewhere else on the page. */
  noticed(): void {
    this.#last = this.#ports.now();
  }

  rest(): void {
    for (const [window, document] of this.#watched) this.#listen(window, document, 'removeEventListener');
    this.#watched.clear();
  }

  /** What the agent's act makes the browser say is no sign of the customer's hand. */
  during<T>(act: () => T): T {
    this.#isActing = true;
    try {
      return act();
    } finally {
      this.#isActing = false;
    }
  }

  #listen(window: Window, document: Document, how: 'addEventListener' | 'removeEventListener'): void {
    for (const sign of SIGNS) window[how](sign, this.#notice, { capture: true, passive: true });
    // That a frame loads gets no further than the document it is in.
    document[how]('load', this.#lookForFrames, true);
  }

  readonly #notice = (event: Event) => {
    // A pointer that moves with no button down is only looking.
    if (event.isTrusted && !this.#isActing && !(event.type === 'pointermove' && (event as PointerEvent).buttons === 0)) {
      this.noticed();
      this.#ports.noticed?.();
    }
  };

  readonly #lookForFrames = () => {
    this.watch(globalThis.window);
  };
}
