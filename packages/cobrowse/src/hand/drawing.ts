import { Strokes } from '../marks/strokes.js';
import { browserTimers } from '../marks/timers.js';
import type { Point, Reach } from './ports.js';

/** Numbers in one word, at most. */
const MOST = 512;

/** What the agent draws, sent once a frame, and shown here as it is there. */
export class Drawing {
  readonly #reach: Reach;
  readonly #lines = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  readonly #strokes: Strokes;
  #stroke = 0;
  #isDrawing = false;
  #points: number[] = [];
  #isDue = false;

  constructor(reach: Reach) {
    this.#reach = reach;
    this.#lines.setAttribute('class', 'drawing');
    this.#strokes = new Strokes(this.#lines, browserTimers, () => this.#scroll());
    reach.view.marks.append(this.#lines);
  }

  begin(at: Point): void {
    this.end();
    this.#isDrawing = true;
    this.#stroke++;
    this.goOn([at]);
  }

  goOn(way: readonly Point[]): void {
    if (!this.#isDrawing) return;
    for (const { x, y } of way) this.#points.push(x, y);
    if (this.#isDue) return;
    this.#isDue = true;
    this.#reach.nextFrame(() => this.#send());
  }

  end(): void {
    this.#send();
    this.#isDrawing = false;
  }

  clear(): void {
    this.#points = [];
    this.#strokes.clear();
  }

  close(): void {
    this.clear();
    this.#lines.remove();
  }

  #send(): void {
    this.#isDue = false;
    while (this.#points.length > 0) {
      const points = this.#points.splice(0, MOST);
      this.#reach.say({ type: 'draw', stroke: this.#stroke, points });
      if (this.#strokes.size === 0) this.#reach.nextFrame(this.#follow);
      this.#strokes.draw(this.#stroke, points);
    }
  }

  /** Strokes stay with the customer's page as it scrolls. */
  readonly #follow = () => {
    this.#strokes.scrolled();
    if (this.#strokes.size > 0) this.#reach.nextFrame(this.#follow);
  };

  #scroll(): Point {
    const page = this.#reach.view.player.nodeOf(1) as Document | undefined;
    return { x: page?.scrollingElement?.scrollLeft ?? 0, y: page?.scrollingElement?.scrollTop ?? 0 };
  }
}
