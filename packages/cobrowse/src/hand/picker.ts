import type { Reach } from './ports.js';

/**
 * What a browser opens for a select, a date or a colour, it opens for the agent's own hand alone. So it opens here, over the customer's field, and
 * what the agent chooses goes over.
 */
export class Picker {
  readonly #reach: Reach;
  readonly #done: () => void;
  #open: HTMLSelectElement | HTMLInputElement | undefined;

  /** `done`: something was chosen, and the keys are free again. */
  constructor(reach: Reach, done: () => void) {
    this.#reach = reach;
    this.#done = done;
  }

  open(node: number, element: Element): void {
    this.close();
    const box = this.#reach.view.player.boxOf(node);
    if (!box) return;
    const picker = element.localName === 'select' ? this.#options(node, element as HTMLSelectElement) : this.#value(node, element);
    this.#open = picker;
    Object.assign(picker.style, { position: 'absolute', opacity: '0', pointerEvents: 'none', margin: '0' });
    Object.assign(picker.style, { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` });
    picker.addEventListener('blur', () => this.#open === picker && this.close());
    this.#reach.view.marks.append(picker);
    picker.focus({ preventScroll: true });
    try {
      picker.showPicker();
    } catch {
      // It has the focus: the keys choose.
    }
  }

  close(): void {
    const picker = this.#open;
    this.#open = undefined;
    picker?.remove();
  }

  #options(node: number, select: HTMLSelectElement): HTMLSelectElement {
    const picker = document.createElement('select');
    for (const { text, disabled, selected, parentElement } of select.options) {
      const option = new Option(text, '', false, selected);
      option.disabled = disabled || (parentElement as Partial<HTMLOptGroupElement>).disabled === true;
      picker.append(option);
    }
    picker.addEventListener('change', () => {
      this.#reach.act({ kind: 'choose', node, options: [picker.selectedIndex] });
      this.close();
      this.#done();
    });
    return picker;
  }

  #value(node: number, element: Element): HTMLInputElement {
    const { type, value, min, max, step } = element as HTMLInputElement;
    const picker = Object.assign(document.createElement('input'), { type, value, min, max, step });
    picker.addEventListener('change', () => {
      this.#reach.act({ kind: 'type', node, text: picker.value });
    });
    return picker;
  }
}
