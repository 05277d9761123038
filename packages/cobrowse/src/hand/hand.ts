import { Box } from '../marks/box.js';
import type { CustomerWord } from '../words.js';
import { Controlling } from './controlling.js';
import { Drawing } from './drawing.js';
import type { HandPorts, Point, Reach, Tool } from './ports.js';

/**
 * The agent's pointer, wheel, touch and keys in the view, as words to the customer's side. What they may do is not decided here, but in the
 * customer's browser; what is shown here of it is a courtesy.
 */
export class Hand {
  readonly #reach: Reach;
  readonly #controlling: Controlling;
  readonly #drawing: Drawing;
  readonly #chosen = new Box();
  readonly #aimed = new Box();
  readonly #heard = new AbortController();
  #tool: Tool = 'look';
  #last = 0;
  #pointing: Point | undefined;
  #isPointDue = false;

  constructor({ view, say, now = () => performance.now(), nextFrame = (run) => void requestAnimationFrame(run) }: HandPorts) {
    const act: Reach['act'] = (what) => {
      say({ type: 'act', id: ++this.#last, act: what });
      return this.#last;
    };
    this.#reach = { view, say, now, nextFrame, act };
    this.#controlling = new Controlling(this.#reach);
    this.#drawing = new Drawing(this.#reach);
    for (const { element } of [this.#chosen, this.#aimed]) view.marks.append(element);
    this.#aimed.element.dataset.aimed = '';
    this.#listen(view.surface);
  }

  get tool(): Tool {
    return this.#tool;
  }

  use(tool: Tool): void {
    if (tool === this.#tool) return;
    this.#leave();
    this.#drawing.end();
    this.#tool = tool;
    this.#reach.view.surface.style.cursor = tool === 'draw' ? 'crosshair' : '';
    if (tool === 'control') this.#controlling.begin();
    else this.#controlling.end();
  }

  /** What the customer's side says: whether an act was done, or why not. */
  hear(word: CustomerWord): void {
    if (word.type === 'done' || word.type === 'refused') this.#controlling.answered(word);
  }

  /** Takes away what was drawn and highlighted here. Nothing is said: whoever asked for it tells the other side, too. */
  erase(): void {
    this.#drawing.clear();
    this.#chosen.leave();
  }

  close(): void {
    this.use('look');
    this.erase();
    this.#controlling.close();
    this.#drawing.close();
    this.#heard.abort();
    for (const { element } of [this.#chosen, this.#aimed]) element.remove();
  }

  #listen(surface: HTMLElement): void {
    const { signal } = this.#heard;
    surface.addEventListener('pointermove', (event) => this.#move(event), { signal });
    surface.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    for (const type of ['pointerup', 'pointercancel'] as const) surface.addEventListener(type, () => this.#up(), { signal });
    surface.addEventListener('pointerleave', () => this.#leave(), { signal });
    surface.addEventListener('click', (event) => this.#click(event), { signal });
    surface.addEventListener('wheel', (event) => this.#tool === 'control' && this.#controlling.wheel(event), { signal, passive: false });
  }

  /** Where on the customer's page it is; undefined where it is beside it. */
  #at({ clientX, clientY }: MouseEvent): Point | undefined {
    const { view } = this.#reach;
    const { x, y } = view.toPage({ x: clientX, y: clientY });
    const point = { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
    return view.isOnPage(point) ? point : undefined;
  }

  #move(event: PointerEvent): void {
    const at = this.#at(event);
    if (!at) return this.#leave();
    if (this.#tool === 'draw') {
      // Between two pictures a hand goes through more than one point.
      const way = event.getCoalescedEvents().flatMap((each) => this.#at(each) ?? []);
      this.#drawing.goOn(way.length > 0 ? way : [at]);
    }
    if (this.#tool === 'highlight') this.#aim(at);
    if (this.#tool === 'control') this.#controlling.move(event, at);
    if (this.#tool === 'point' || this.#tool === 'control') this.#point(at);
  }

  /** Once a frame, and the last place counts. */
  #point(at: Point): void {
    this.#pointing = at;
    if (this.#isPointDue) return;
    this.#isPointDue = true;
    this.#reach.nextFrame(() => {
      this.#isPointDue = false;
      if (this.#pointing) this.#reach.say({ type: 'point', ...this.#pointing });
    });
  }

  #leave(): void {
    if (this.#pointing) this.#reach.say({ type: 'point-away' });
    this.#pointing = undefined;
    this.#aimed.leave();
  }

  #down(event: PointerEvent): void {
    const at = this.#at(event);
    if (!at || event.button !== 0) return;
    if (this.#tool === 'draw') {
      this.#reach.view.surface.setPointerCapture(event.pointerId);
      this.#drawing.begin(at);
    } else if (this.#tool === 'control') this.#controlling.down(event, at);
  }

  #up(): void {
    this.#drawing.end();
    this.#controlling.up();
  }

  #aim({ x, y }: Point): void {
    const { player } = this.#reach.view;
    const spot = player.spotAt(x, y);
    if (spot) this.#aimed.follow(() => player.boxOf(spot.node));
    else this.#aimed.leave();
  }

  #click(event: MouseEvent): void {
    const at = this.#at(event);
    const { player } = this.#reach.view;
    const spot = at && player.spotAt(at.x, at.y);
    if (!spot) return;
    if (this.#tool === 'highlight') {
      this.#reach.say({ type: 'highlight', node: spot.node });
      this.#chosen.follow(() => player.boxOf(spot.node));
    } else if (this.#tool === 'control') this.#controlling.click(spot);
  }
}
