const NEAR_END = 24;
// How far below the upper edge the thing is looked for that is held in place.
const DEPTH = 12;

/**
 * Keeps a reader's place in a list that grows at both ends: at its end while they are there, and what they read where it is while they are
 * not. Whatever changes the size of the flow (an older page above, a message below, a chunk that is laid out for the first time, another
 * width) is answered before it is painted. The browser's own scroll anchoring, which Safari has not, is to be off: two would fight.
 */
export class PlaceKeeper {
  /** Whether the reader is at the end, or so near that they mean to be. */
  isAtEnd = true;

  private readonly scroller: HTMLElement;
  private readonly flow: HTMLElement;
  private readonly sizes = new ResizeObserver(() => this.restore());
  /** How high the box was when the place of now was taken. */
  private height = 0;
  /** How high everything in it was then. */
  private full = 0;
  private isHeld = false;
  private mark: { readonly element: Element; readonly bottom: number } | undefined;

  constructor(scroller: HTMLElement, flow: HTMLElement) {
    this.scroller = scroller;
    this.flow = flow;
  }

  /** Begins to watch, and puts the reader back where they were if the list was taken out of the page and put in again. */
  start(): void {
    this.sizes.observe(this.flow);
    this.sizes.observe(this.scroller);
  }

  /** Ends the watching. */
  stop(): void {
    this.sizes.disconnect();
  }

  /** Takes note of where the reader is now; to be called with every scroll. */
  note(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    // Told of a scroll to what was the end, after a resize has moved the end and before that resize is answered.
    if (this.isAtEnd && (this.height !== clientHeight || this.full !== scrollHeight)) {
      this.restore();
      return;
    }
    this.isAtEnd = scrollHeight - clientHeight - scrollTop < NEAR_END;
    this.mark = this.isAtEnd ? undefined : this.find();
  }

  /**
   * Lets the flow get no shorter till the next frame; to be called before its rows change. A row that is there before what is in it would
   * else be shorter to whoever measures the page meanwhile, and the browser would scroll up, as a reader does.
   */
  hold(): void {
    if (!this.isAtEnd || this.isHeld) return;
    this.isHeld = true;
    this.flow.style.setProperty('min-block-size', `${String(this.full)}px`);
    requestAnimationFrame(() => {
      this.isHeld = false;
      this.flow.style.removeProperty('min-block-size');
    });
  }

  /** Brings the end into view. */
  goToEnd(): void {
    this.isAtEnd = true;
    this.restore();
  }

  private find(): PlaceKeeper['mark'] {
    const { left, top, width } = this.scroller.getBoundingClientRect();
    const root = this.scroller.getRootNode() as ShadowRoot;
    const element = root.elementFromPoint(left + width / 2, top + DEPTH)?.closest('.row, .chunk') ?? this.flow.querySelector('.row');
    return element ? { element, bottom: element.getBoundingClientRect().bottom } : undefined;
  }

  private restore(): void {
    this.height = this.scroller.clientHeight;
    this.full = this.scroller.scrollHeight;
    if (this.isAtEnd) this.scroller.scrollTop = this.scroller.scrollHeight;
    else if (this.mark?.element.isConnected) {
      this.scroller.scrollTop += this.mark.element.getBoundingClientRect().bottom - this.mark.bottom;
    }
  }
}
