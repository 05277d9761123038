import { tagOf } from '../natives.js';
import type { AgentWord } from '../words.js';
import type * as DrawingsPart from './drawings.js';
import { MARKS_STYLE } from './marks-style.js';
import { browserTimers, type Timers } from './timers.js';

export interface MarksPorts {
  /** What capture gave that id to. */
  nodeOf(id: number): Node | undefined;
  /** Who points: the agent's name. */
  readonly name: string;
  readonly timers?: Timers;
  /** The marks have come to lie above everything: what must never be drawn over, Deskbell's own, is to be raised above them. */
  raised?(): void;
  /** Fetches what draws; for tests. */
  load?(): Promise<typeof DrawingsPart>;
}

/** How long after what draws did not come it is asked for again, ms; and how much that is to be drawn waits for it, words. */
const AGAIN = 2_000;
const MOST_WAITING = 1_000;

/** An arrow, its tip at 0 0. */
const ARROW = 'M0 0v17l4.6-4 3 6.6 3-1.4-3-6.3h6z';
const SVG = 'http://www.w3.org/2000/svg';

/**
 * What the agent shows on the customer's page: a pointer with their name, drawings, a frame around an element. All of it is in one element of
 * Deskbell's own, so it is never in the mirror; it lies above everything, open dialogs too, takes no click, and is nothing to a screen reader.
 */
export class Marks {
  readonly #ports: MarksPorts;
  readonly #host = document.createElement('deskbell-marks');
  readonly #pointer = document.createElement('div');
  readonly #root: ShadowRoot;
  readonly #timers: Timers;
  #drawings: DrawingsPart.Drawings | undefined;
  /** What is to be drawn once there is what draws. */
  #waiting: AgentWord[] = [];
  #isComing = false;
  #isUp = false;

  constructor(ports: MarksPorts) {
    this.#ports = ports;
    this.#timers = ports.timers ?? browserTimers;
    const root = (this.#root = this.#host.attachShadow({ mode: 'closed' }));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(MARKS_STYLE);
    root.adoptedStyleSheets = [sheet];
    const arrow = document.createElementNS(SVG, 'svg');
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', ARROW);
    arrow.append(path);
    const name = document.createElement('span');
    name.textContent = ports.name;
    this.#pointer.className = 'pointer';
    this.#pointer.append(arrow, name);
    root.append(this.#pointer);
    this.#pointer.hidden = true;
    this.#host.ariaHidden = 'true';
    this.#host.popover = 'manual';
  }

  /** What the agent's side says about marks; other words are nobody's business here. */
  hear(word: AgentWord): void {
    if (word.type === 'point') this.#point(word.x, word.y);
    else if (word.type === 'point-away') this.#pointer.hidden = true;
    else if (word.type === 'erase') this.erase();
    else if (word.type !== 'draw' && word.type !== 'highlight') return;
    else if (this.#drawings) this.#drawings.hear(word);
    else if (this.#waiting.push(word) <= MOST_WAITING) void this.#fetch();
    else this.#waiting.shift();
  }

  /** Takes away what was drawn and highlighted; the pointer stays. */
  erase(): void {
    this.#waiting = [];
    this.#drawings?.clear();
  }

  /** The agent is away, the page off limits, or the session over. */
  close(): void {
    this.erase();
    this.#pointer.hidden = true;
    this.#host.remove();
    document.removeEventListener('toggle', this.#rise, true);
    document.removeEventListener('fullscreenchange', this.#rise, true);
    removeEventListener('scroll', this.#scroll);
    this.#isUp = false;
  }

  #point(x: number, y: number): void {
    if (this.#pointer.hidden) this.#raise();
    this.#pointer.hidden = false;
    this.#pointer.style.translate = `${x}px ${y}px`;
    // Where the name would be cut off, it stands on the other side.
    this.#pointer.classList.toggle('turned', x > innerWidth - 160);
    this.#pointer.classList.toggle('raised', y > innerHeight - 50);
  }

  /** Most sessions draw nothing. Where what draws does not come it is asked for again, for as long as there is something to draw. */
  async #fetch(): Promise<void> {
    if (this.#isComing) return;
    this.#isComing = true;
    const { load = () => import('./drawings.js'), nodeOf } = this.#ports;
    try {
      const { Drawings } = await load();
      this.#drawings = new Drawings({ root: this.#root, timers: this.#timers, nodeOf, raise: () => this.#raise() });
      for (const word of this.#waiting.splice(0)) this.#drawings.hear(word);
    } catch {
      this.#timers.setTimeout(() => {
        this.#isComing = false;
        if (this.#waiting.length) void this.#fetch();
      }, AGAIN);
    }
  }

  /** Above everything: in the top layer, and there above what came into it later. */
  #raise(): void {
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
    if (!this.#isUp) {
      this.#isUp = true;
      document.addEventListener('toggle', this.#rise, true);
      document.addEventListener('fullscreenchange', this.#rise, true);
      addEventListener('scroll', this.#scroll, { passive: true });
    }
    this.#rise();
  }

  readonly #scroll = () => this.#drawings?.scrolled();

  readonly #rise = (event?: Event) => {
    // Deskbell's own may lie above them.
    if (!this.#host.isConnected || (event?.target instanceof Element && tagOf(event.target).startsWith('deskbell-'))) return;
    this.#host.hidePopover();
    this.#host.showPopover();
    this.#ports.raised?.();
  };
}
