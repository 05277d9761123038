/** The node that came last and all that it is in, as both sides keep it, so that where the next one goes takes hardly a byte. */
export class Path {
  #nodes: number[] = [];

  /** How many levels up from the last node `parent` is; -1 where it is not there. */
  up(parent: number): number {
    const at = this.#nodes.lastIndexOf(parent);
    return at < 0 ? -1 : this.#nodes.length - 1 - at;
  }

  /** What is so many levels up. */
  at(up: number): number | undefined {
    return this.#nodes[this.#nodes.length - 1 - up];
  }

  /** Goes up to `parent`, wherever it is. */
  climb(parent: number) {
    const up = this.up(parent);
    if (up < 0) this.#nodes = [parent];
    else this.#nodes.length -= up;
  }

  enter(node: number) {
    this.#nodes.push(node);
  }

  clear() {
    this.#nodes = [];
  }
}
