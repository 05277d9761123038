import { pathOf } from '../control/native.js';
import { boxOf } from '../control/where.js';
import { isConnected } from '../natives.js';
import type { AgentWord } from '../words.js';
import { Box } from './box.js';
import { DRAWN_STYLE } from './marks-style.js';
import { Strokes } from './strokes.js';
import type { Timers } from './timers.js';

export interface DrawingsPorts {
  /** Where they stand. */
  readonly root: ShadowRoot;
  readonly timers: Timers;
  nodeOf(id: number): Node | undefined;
  /** Something new is shown. */
  raise(): void;
}

/** Strokes, and a frame around an element: what of the marks is fetched with the first of them. */
export class Drawings {
  readonly #ports: DrawingsPorts;
  readonly #box = new Box();
  readonly #strokes: Strokes;

  constructor(ports: DrawingsPorts) {
    this.#ports = ports;
    const { root, timers } = ports;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(DRAWN_STYLE);
    root.adoptedStyleSheets.push(sheet);
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    drawing.setAttribute('class', 'drawing');
    this.#strokes = new Strokes(drawing, timers, () => ({ x: scrollX, y: scrollY }));
    // Beneath the pointer.
    root.prepend(drawing, this.#box.element);
  }

  hear(word: AgentWord): void {
    if (word.type === 'draw') {
      if (!this.#strokes.has(word.stroke)) this.#ports.raise();
      this.#strokes.draw(word.stroke, word.points);
    } else if (word.type === 'highlight') this.#highlight(word.node);
  }

  scrolled(): void {
    this.#strokes.scrolled();
  }

  clear(): void {
    this.#strokes.clear();
    this.#box.leave();
  }

  #highlight(id: number): void {
    const node = this.#ports.nodeOf(id);
    const element = node && pathOf(node).next().value;
    if (!element) return this.#box.leave();
    this.#ports.raise();
    this.#box.follow(() => (isConnected(element) ? boxOf(element, window) : undefined));
  }
}
