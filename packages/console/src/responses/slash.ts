/** The longest that is taken for a search. Whoever writes more writes a message that begins with "/". */
const MAX_QUERY = 60;

/** Follows what is typed behind a "/" at the start of a box. */
export class Slash {
  #before: string | undefined;
  /** What stood in the box before the "/", and stands behind it now; undefined while there is none. */
  #tail: string | undefined;
  #query = '';

  get isOn(): boolean {
    return this.#tail !== undefined;
  }

  /** What was typed behind the "/". */
  get query(): string {
    return this.#query;
  }

  /** How long the "/" and what was typed behind it are. */
  get length(): number {
    return 1 + this.#query.length;
  }

  /** Listens to `beforeinput` of the box: only a "/" that is typed counts, neither one that is pasted nor one that is being composed. */
  expect({ inputType, data, isComposing }: InputEvent, value: string): void {
    this.#before = inputType === 'insertText' && data === '/' && !isComposing ? value : undefined;
  }

  /** Takes what the box holds now. Returns whether it is one. */
  take(value: string): boolean {
    const before = this.#before;
    this.#before = undefined;
    if (this.#tail === undefined && before !== undefined && value.startsWith('/') && before.endsWith(value.slice(1))) {
      this.#tail = value.slice(1);
    }
    const query = this.#queryIn(value);
    if (query === undefined) this.end();
    else this.#query = query;
    return this.isOn;
  }

  end(): void {
    this.#tail = undefined;
    this.#query = '';
  }

  #queryIn(value: string): string | undefined {
    if (this.#tail === undefined || !value.startsWith('/') || value.length <= this.#tail.length || !value.endsWith(this.#tail))
      return undefined;
    const query = value.slice(1, value.length - this.#tail.length);
    return query.length > MAX_QUERY || query.includes('\n') ? undefined : query;
  }
}
