import { BrokenStream } from './inflate.js';

/** Counts the nodes that are there, so that a stream cannot build a page without end. */
export class NodeCount {
  private readonly most: number;
  private parents = new Map<number, number>();
  private sweepAt: number;

  constructor(most: number) {
    this.most = most;
    this.sweepAt = most;
  }

  clear() {
    this.parents = new Map();
    this.sweepAt = this.most;
  }

  /** @throws {BrokenStream} Where that is too many. */
  add(id: number, parent: number) {
    this.parents.set(id, parent);
    if (this.parents.size <= this.sweepAt) return;
    this.sweep();
    if (this.parents.size > this.most) throw new BrokenStream('too many nodes');
  }

  move(id: number, parent: number) {
    if (this.parents.has(id)) this.parents.set(id, parent);
  }

  /** What is below it goes when there are many: only then does it matter. */
  remove(id: number) {
    this.parents.delete(id);
  }

  private sweep() {
    const there = new Map<number, boolean>([[0, true]]);
    for (const id of [...this.parents.keys()]) {
      const way: number[] = [];
      let at = id;
      while (!there.has(at)) {
        way.push(at);
        // What stands in a circle, or in what is gone, is not there.
        there.set(at, false);
        at = this.parents.get(at) ?? -1;
        if (at < 0) break;
      }
      const is = there.get(at) ?? false;
      for (const node of way) {
        there.set(node, is);
        if (!is) this.parents.delete(node);
      }
    }
  }
}
