/** More nodes than any frame of a page needs. */
const MOST = 100_000;
const FIRST_SWEEP = 10_000;

/** That a frame says what none of ours does: nothing more is believed of it. */
export class BrokenFrame extends Error {}

interface Given {
  /** The id in the page's mirror. */
  readonly id: number;
  /** What it is in, by the frame's id; 0 for its document. */
  parent: number;
}

/** The nodes of a frame: each has an id of the page's mirror beside the frame's own, so that no frame can name what is not its own. */
export class Ids {
  readonly #next: () => number;
  #given = new Map<number, Given>();
  #theirs = new Map<number, number>();
  #sheets = new Map<number, number>();
  #sweepAt = FIRST_SWEEP;

  /** @param next Gives an id of the page's mirror that nobody has. */
  constructor(next: () => number) {
    this.#next = next;
  }

  clear(): void {
    this.#given = new Map();
    this.#theirs = new Map();
    this.#sheets = new Map();
    this.#sweepAt = FIRST_SWEEP;
  }

  /** @throws {BrokenFrame} There are too many. */
  add(theirs: number, parent: number): number {
    const id = this.#next();
    this.#forget(theirs);
    this.#given.set(theirs, { id, parent });
    this.#theirs.set(id, theirs);
    if (this.#given.size > this.#sweepAt) this.#sweep();
    return id;
  }

  /** 0 where there is none. */
  get(theirs: number): number {
    return this.#given.get(theirs)?.id ?? 0;
  }

  /** The frame's own id of a node of the page's mirror; undefined where it is none of the frame's. */
  theirs(id: number): number | undefined {
    return this.#theirs.get(id);
  }

  move(theirs: number, parent: number): void {
    const given = this.#given.get(theirs);
    if (given) given.parent = parent;
  }

  remove(theirs: number): void {
    this.#forget(theirs);
  }

  /** An adopted sheet has a number below 0. */
  sheet(theirs: number, next: () => number): number {
    const given = this.#sheets.get(theirs) ?? next();
    this.#sheets.set(theirs, given);
    return given;
  }

  #forget(theirs: number): void {
    const given = this.#given.get(theirs);
    if (!given) return;
    this.#given.delete(theirs);
    this.#theirs.delete(given.id);
  }

  /** What is in something that is gone is gone: now and then is often enough. */
  #sweep(): void {
    const there = new Map([[0, true]]);
    for (const theirs of [...this.#given.keys()]) {
      const way: number[] = [];
      let at: number | undefined = theirs;
      while (at !== undefined && !there.has(at)) {
        way.push(at);
        // A circle is nowhere.
        there.set(at, false);
        at = this.#given.get(at)?.parent;
      }
      const is = at !== undefined && there.get(at) === true;
      for (const node of way) {
        there.set(node, is);
        if (!is) this.#forget(node);
      }
    }
    this.#sweepAt = Math.max(FIRST_SWEEP, this.#given.size * 2);
    if (this.#given.size > MOST) throw new BrokenFrame('too many nodes');
  }
}
