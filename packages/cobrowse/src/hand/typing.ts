import { isEditor, isMultiLine, textOf, typedAt } from './fields.js';
import type { Reach } from './ports.js';

/** How long the customer's page is left in peace before what it made of the text is taken over, ms. */
const SETTLES = 150;
/** What it was sent and did not show within so long, it will not have, ms. */
const GIVES_UP = 1_000;
const MOST_TEXT = 10_000;

type Key = 'Enter' | 'Tab' | 'Escape' | 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';
const KEYS: readonly string[] = ['Enter', 'Tab', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] satisfies Key[];

/**
 * What the agent types for the customer. It goes into a field of the view's own that is not seen, so that the caret, the clipboard and every kind
 * of input method work as ever; from there the whole text goes over, once a frame. What the agent sees is the mirror.
 */
export class Typing {
  readonly field = document.createElement('textarea');
  readonly #reach: Reach;
  #node = 0;
  #isComposing = false;
  #isDue = false;
  #sentAt = -Infinity;
  /** What was sent and not seen as it is: the echo of it is no news. */
  #sent = new Set<string>();
  readonly #waiting = new Set<number>();
  #shown = '';
  #shownAt = -Infinity;

  constructor(reach: Reach) {
    this.#reach = reach;
    const { field } = this;
    field.maxLength = MOST_TEXT;
    field.autocapitalize = 'off';
    field.autocomplete = 'off';
    field.spellcheck = false;
    field.rows = 1;
    field.tabIndex = -1;
    // Named as the view that it is in: it is the customer's page that is typed into.
    field.setAttribute('aria-labelledby', 'view');
    Object.assign(field.style, { position: 'absolute', opacity: '0', border: '0', padding: '0', resize: 'none', pointerEvents: 'none' });
    Object.assign(field.style, { left: '0', top: '0', width: '1px', height: '1px', fontSize: '16px' });
    field.addEventListener('keydown', (event) => this.#press(event));
    field.addEventListener('input', () => this.#changed());
    field.addEventListener('compositionstart', () => (this.#isComposing = true));
    field.addEventListener('compositionend', () => {
      this.#isComposing = false;
      this.#changed();
    });
  }

  /** Types into this node from now on; 0, or what nothing is typed into: into none. */
  attend(node: number): void {
    if (node === this.#node) return;
    this.flush();
    this.#node = node;
    this.#sent.clear();
    this.#waiting.clear();
    const field = this.#target();
    this.#shown = field ? textOf(field) : '';
    this.#take(this.#shown);
    this.#place();
  }

  /** Once a frame: follows the customer's focus, and what their page makes of the text. */
  follow(): void {
    const { view, now } = this.#reach;
    const focused = view.player.nodeOf(view.player.focusedNode);
    const field = focused?.nodeType === Node.ELEMENT_NODE ? typedAt(focused as Element) : undefined;
    if (field && !this.#isDue && !this.#isComposing) this.attend(view.player.idOf(field));
    const target = this.#target();
    if (!target) return;
    const shown = textOf(target);
    if (shown !== this.#shown) this.#shownAt = now();
    this.#shown = shown;
    if (shown === this.field.value) this.#sent.clear();
    else if (this.#isNews(shown)) this.#take(shown);
  }

  /** The customer's side answered an act; `done` false: it was refused. */
  answered(id: number, done: boolean): void {
    if (!this.#waiting.delete(id) || done || this.#isComposing) return;
    this.#sent.clear();
    this.#take(this.#shown);
  }

  /** Sends what was typed and is not sent yet. */
  flush(): void {
    if (!this.#isDue) return;
    this.#isDue = false;
    if (!this.#target()) return;
    const text = this.field.value;
    this.#sent.add(text);
    this.#sentAt = this.#reach.now();
    this.#waiting.add(this.#reach.act({ kind: 'type', node: this.#node, text }));
  }

  #target(): HTMLElement | undefined {
    const node = this.#node === 0 ? undefined : this.#reach.view.player.nodeOf(this.#node);
    return node?.nodeType === Node.ELEMENT_NODE ? typedAt(node as Element) : undefined;
  }

  /** Whether what is shown is the page's or the customer's own doing, and not a text on its way. */
  #isNews(shown: string): boolean {
    if (this.#isComposing || this.#isDue) return false;
    const quiet = this.#reach.now() - Math.max(this.#sentAt, this.#shownAt);
    if (this.#sentAt > this.#shownAt || this.#sent.has(shown)) return this.#waiting.size === 0 && quiet > GIVES_UP;
    return quiet > SETTLES;
  }

  #take(text: string): void {
    const isAtEnd = this.field.selectionStart === this.field.value.length;
    const at = isAtEnd ? text.length : Math.min(this.field.selectionStart, text.length);
    this.field.value = text;
    this.field.setSelectionRange(at, at);
  }

  /** Where the customer's field is, so that what an input method offers stands there. */
  #place(): void {
    const box = this.#reach.view.player.boxOf(this.#node);
    if (!box) return;
    const { left, top, width, height } = box;
    Object.assign(this.field.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  }

  #changed(): void {
    if (!this.#target()) this.field.value = '';
    // A sign that is still being composed is not cut: it is sent when it is one.
    else if (!this.#isComposing && !this.#isDue) {
      this.#isDue = true;
      this.#reach.nextFrame(() => this.flush());
    }
  }

  #press(event: KeyboardEvent): void {
    const { key, isComposing, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (isComposing || this.#isComposing || ctrlKey || metaKey || altKey || !KEYS.includes(key)) return;
    // The way out of the view, for those who have no pointer.
    if (key === 'Tab' && shiftKey) return;
    const target = this.#target();
    if (target && this.#isOwn(key, target)) return;
    event.preventDefault();
    this.flush();
    const node = this.#node || this.#reach.view.player.focusedNode || 1;
    this.#reach.act({ kind: 'key', node, key: key as Key });
  }

  /** What a key does in the text alone is done here. */
  #isOwn(key: string, target: Element): boolean {
    if (key === 'ArrowLeft' || key === 'ArrowRight') return true;
    return isMultiLine(target) ? key === 'Enter' || key === 'ArrowUp' || key === 'ArrowDown' : isEditor(target) && key.startsWith('Arrow');
  }
}
