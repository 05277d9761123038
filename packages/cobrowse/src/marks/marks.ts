import { boxOf } from '../control/where.js';
import { pathOf } from '../control/native.js';
import { isConnected, tagOf } from '../natives.js';
import type { AgentWord } from '../words.js';
import { browserTimers, Strokes, type Timers } from './strokes.js';
import { Box } from './box.js';
import { MARKS_STYLE } from './marks-style.js';

export interface MarksPorts {
  /** What capture gave that id to. */
  nodeOf(id: number): Node | undefined;
  /** Who points: the agent's name. */
  readonly name: string;
  readonly timers?: Timers;
  /** The marks have come to lie above everything: what must never be drawn over, Deskbell's own, is to be raised above them. */
  raised?(): void;
}

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
  readonly #box = new Box();
  readonly #strokes: Strokes;
  #isUp = false;

  constructor(ports: MarksPorts) {
    this.#ports = ports;
    const root = this.#host.attachShadow({ mode: 'closed' });
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
    const drawing = document.createElementNS(SVG, 'svg');
    drawing.setAttribute('class', 'drawing');
    this.#strokes = new Strokes(drawing, ports.timers ?? browserTimers, () => ({ x: scrollX, y: scrollY }));
    root.append(drawing, this.#box.element, this.#pointer);
    this.#pointer.hidden = true;
    this.#host.ariaHidden = 'true';
    this.#host.popover = 'manual';
  }

  /** What the agent's side says about marks; other words are nobody's business here. */
  hear(word: AgentWord): void {
    if (word.type === 'point') this.#point(word.x, word.y);
    else if (word.type === 'point-away') this.#pointer.hidden = true;
    else if (word.type === 'draw') {
      if (!this.#strokes.has(word.stroke)) this.#raise();
      this.#strokes.draw(word.stroke, word.points);
    } else if (word.type === 'highlight') this.#highlight(word.node);
    else if (word.type === 'erase') this.erase();
  }

  /** Takes away what was drawn and highlighted; the pointer stays. */
  erase(): void {
    this.#strokes.clear();
    this.#box.leave();
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

  #highlight(id: number): void {
    const node = this.#ports.nodeOf(id);
    const element = node && pathOf(node).next().value;
    if (!element) return this.#box.leave();
    this.#raise();
    this.#box.follow(() => (isConnected(element) ? boxOf(element, window) : undefined));
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

  readonly #scroll = () => this.#strokes.scrolled();

  readonly #rise = (event?: Event) => {
    // Deskbell's own may lie above them.
    if (!this.#host.isConnected || (event?.target instanceof Element && tagOf(event.target).startsWith('deskbell-'))) return;
    this.#host.hidePopover();
    this.#host.showPopover();
    this.#ports.raised?.();
  };
}
