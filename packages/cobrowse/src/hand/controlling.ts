import type { CustomerWord } from '../words.js';
import { isList, isOutOfBounds, isPicked, isRange, typedAt, valueAt } from './fields.js';
import { Picker } from './picker.js';
import type { Point, Reach, Spot } from './ports.js';
import { Typing } from './typing.js';
import { Wheel } from './wheel.js';

type Answer = Extract<CustomerWord, { type: 'done' | 'refused' }>;

/** A finger that went further than this scrolls, and does not click, px. */
const SLOP = 8;
/** Acts whose answers are waited for, at most. */
const MOST_WAITING = 500;

/** The agent's hand while it has control. */
export class Controlling {
  readonly #reach: Reach;
  readonly #typing: Typing;
  readonly #wheel: Wheel;
  readonly #picker: Picker;
  /** Nodes that the customer's side would not let the hand have. */
  readonly #kept = new Set<number>();
  readonly #clicked = new Map<number, number>();
  #isOn = false;
  #finger: { at: Point; over: number; isScrolling: boolean } | undefined;
  #slider: Spot | undefined;

  constructor(reach: Reach) {
    this.#reach = reach;
    this.#typing = new Typing(reach);
    this.#wheel = new Wheel(reach);
    this.#picker = new Picker(reach, () => this.#typing.field.focus({ preventScroll: true }));
    reach.view.marks.append(this.#typing.field);
  }

  begin(): void {
    this.#isOn = true;
    this.#typing.field.focus({ preventScroll: true });
    this.#reach.nextFrame(this.#follow);
  }

  end(): void {
    if (!this.#isOn) return;
    this.#typing.flush();
    this.#isOn = false;
    this.#typing.attend(0);
    this.#typing.field.blur();
    this.#picker.close();
    this.#reach.view.surface.style.cursor = '';
    this.up();
  }

  close(): void {
    this.end();
    this.#typing.field.remove();
  }

  answered(word: Answer): void {
    this.#typing.answered(word.id, word.type === 'done');
    const node = this.#clicked.get(word.id);
    this.#clicked.delete(word.id);
    if (node && word.type === 'refused' && (word.why === 'masked' || word.why === 'file')) this.#kept.add(node);
  }

  move(event: PointerEvent, at: Point): void {
    const { view } = this.#reach;
    if (this.#finger && event.pointerType === 'touch') return this.#drag(at);
    const spot = view.player.spotAt(at.x, at.y);
    if (this.#slider && event.buttons === 1) return this.#slide(this.#slider.node, at);
    view.surface.style.cursor = spot ? this.#cursorOf(spot.node) : '';
  }

  down(event: PointerEvent, at: Point): void {
    const spot = this.#reach.view.player.spotAt(at.x, at.y);
    const element = spot && this.#elementOf(spot.node);
    if (!spot || !element) return;
    if (event.pointerType === 'touch') this.#finger = { at, over: spot.node, isScrolling: false };
    if (!isRange(element)) return;
    this.#slider = spot;
    this.#reach.view.surface.setPointerCapture(event.pointerId);
    this.#slide(spot.node, at);
  }

  up(): void {
    this.#slider = undefined;
    // The click of a finger comes after it is lifted.
    if (!this.#finger?.isScrolling) this.#finger = undefined;
  }

  click(spot: Spot): void {
    const wasScrolling = this.#finger?.isScrolling;
    this.#finger = undefined;
    const element = this.#elementOf(spot.node);
    if (!element || wasScrolling) return;
    this.#picker.close();
    this.#typing.flush();
    const { player } = this.#reach.view;
    const typed = typedAt(element);
    if (typed) this.#typing.attend(player.idOf(typed));
    else this.#typing.attend(0);
    if (isRange(element)) return;
    if (element.localName === 'option') return this.#choose(element as HTMLOptionElement);
    this.#clicked.set(this.#reach.act({ kind: 'click', ...spot }), spot.node);
    // Where nobody answers, nothing is kept for long.
    for (const oldest of this.#clicked.keys()) {
      if (this.#clicked.size <= MOST_WAITING) break;
      this.#clicked.delete(oldest);
    }
    if (isPicked(element)) this.#picker.open(spot.node, element);
    else this.#typing.field.focus({ preventScroll: true });
  }

  wheel(event: WheelEvent): void {
    event.preventDefault();
    const { view } = this.#reach;
    const { x, y } = view.toPage({ x: event.clientX, y: event.clientY });
    const spot = view.player.spotAt(x, y);
    this.#wheel.turn(spot?.node ?? 1, ...Wheel.pxOf(event, view.surface.clientHeight));
  }

  readonly #follow = () => {
    if (!this.#isOn) return;
    this.#typing.follow();
    this.#reach.nextFrame(this.#follow);
  };

  #elementOf(node: number): Element | undefined {
    const found = this.#reach.view.player.nodeOf(node);
    return found?.nodeType === Node.ELEMENT_NODE ? (found as Element) : undefined;
  }

  #drag(at: Point): void {
    const finger = this.#finger;
    if (!finger) return;
    const [dx, dy] = [finger.at.x - at.x, finger.at.y - at.y];
    if (!finger.isScrolling && Math.hypot(dx, dy) < SLOP) return;
    this.#finger = { ...finger, at, isScrolling: true };
    this.#wheel.turn(finger.over, dx, dy);
  }

  #slide(node: number, at: Point): void {
    const element = this.#elementOf(node);
    const box = this.#reach.view.player.boxOf(node);
    if (!element || !box || box.width === 0) return;
    this.#reach.act({ kind: 'type', node, text: valueAt(element as HTMLInputElement, (at.x - box.left) / box.width) });
  }

  /** An option of a list that stands open on the page: of several, one more or one less. */
  #choose(option: HTMLOptionElement): void {
    const select = option.closest('select');
    const node = select ? this.#reach.view.player.idOf(select) : 0;
    if (!select || !node || !isList(select)) return;
    const before = [...select.selectedOptions].map(({ index }) => index);
    const { index } = option;
    const others = before.filter((each) => each !== index);
    const options = !select.multiple ? [index] : before.includes(index) ? others : [...others, index];
    this.#reach.act({ kind: 'choose', node, options: options.sort((a, b) => a - b) });
  }

  #cursorOf(node: number): string {
    const element = this.#elementOf(node);
    if (!element) return '';
    if (this.#kept.has(node) || isOutOfBounds(element)) return 'not-allowed';
    if (typedAt(element)) return 'text';
    return element.closest('a[href], button, summary, label, select, input, [role="button"]') ? 'pointer' : 'default';
  }
}
