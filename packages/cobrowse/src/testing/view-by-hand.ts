import type { Tool } from '../watching/state.js';
import type { CustomerWord } from '../words.js';
import type { View, ViewListener } from '../watching/view.js';

/** A view that only counts. */
export class ViewByHand implements View {
  begun = 0;
  erased = 0;
  tool: Tool | undefined;
  readonly parts: number[][] = [];
  readonly heard: CustomerWord[] = [];
  #listener: ViewListener | undefined;

  get listener(): ViewListener {
    if (!this.#listener) throw new Error('nobody listens');
    return this.#listener;
  }

  /** Opens it for somebody. */
  heardBy(listener: ViewListener): this {
    this.#listener = listener;
    return this;
  }

  begin(): void {
    this.begun++;
  }

  mirror(part: Uint8Array): void {
    this.parts.push([...part]);
  }

  use(tool: Tool): void {
    this.tool = tool;
  }

  erase(): void {
    this.erased++;
  }

  hear(word: CustomerWord): void {
    this.heard.push(word);
  }
}
