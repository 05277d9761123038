import type { Timers } from './timers.js';

/** A stroke is whole for so long after its last part, ms; then it fades. */
const STAYS = 4_000;
const FADES = 600;
/** Strokes at a time; the oldest go first. */
const MOST_STROKES = 40;
/** Points of one stroke; what is more is left out. */
const MOST_POINTS = 2_000;

interface Stroke {
  readonly line: SVGPolylineElement;
  readonly scrolled: { x: number; y: number };
  timer: unknown;
}

/** What the agent draws. It stays with the page when that scrolls, and goes by itself. */
export class Strokes {
  readonly #drawing: SVGSVGElement;
  readonly #timers: Timers;
  readonly #scroll: () => { x: number; y: number };
  readonly #strokes = new Map<number, Stroke>();

  /** `scroll`: how far the page is scrolled; `scrolled` is to be called when it is another. */
  constructor(drawing: SVGSVGElement, timers: Timers, scroll: () => { x: number; y: number }) {
    this.#drawing = drawing;
    this.#timers = timers;
    this.#scroll = scroll;
  }

  has(id: number): boolean {
    return this.#strokes.has(id);
  }

  get size(): number {
    return this.#strokes.size;
  }

  /** `points`: x, y, x, y ... in CSS px of the viewport. */
  draw(id: number, points: readonly number[]): void {
    const stroke = this.#strokes.get(id) ?? this.#begin(id);
    const { line, scrolled } = stroke;
    // Where the page scrolled meanwhile, the line is moved along, so its own places are those of when it began.
    const { x, y } = this.#scroll();
    const [dx, dy] = [x - scrolled.x, y - scrolled.y];
    for (let i = 0; i + 1 < points.length && line.points.numberOfItems < MOST_POINTS; i += 2) {
      const point = this.#drawing.createSVGPoint();
      point.x = (points[i] as number) + dx;
      point.y = (points[i + 1] as number) + dy;
      line.points.appendItem(point);
    }
    this.#timers.clearTimeout(stroke.timer);
    line.classList.remove('fading');
    stroke.timer = this.#timers.setTimeout(() => {
      line.classList.add('fading');
      stroke.timer = this.#timers.setTimeout(() => this.#end(id), FADES);
    }, STAYS);
  }

  scrolled(): void {
    const { x, y } = this.#scroll();
    for (const { line, scrolled } of this.#strokes.values())
      line.setAttribute('transform', `translate(${scrolled.x - x} ${scrolled.y - y})`);
  }

  clear(): void {
    for (const id of [...this.#strokes.keys()]) this.#end(id);
  }

  #begin(id: number): Stroke {
    for (const oldest of this.#strokes.keys()) {
      if (this.#strokes.size < MOST_STROKES) break;
      this.#end(oldest);
    }
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'polyline');
    const stroke: Stroke = { line, scrolled: this.#scroll(), timer: undefined };
    this.#drawing.append(line);
    this.#strokes.set(id, stroke);
    return stroke;
  }

  #end(id: number): void {
    const stroke = this.#strokes.get(id);
    if (!stroke) return;
    this.#timers.clearTimeout(stroke.timer);
    stroke.line.remove();
    this.#strokes.delete(id);
  }
}
