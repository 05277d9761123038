import type { KnownNodes } from './known.js';
import { hostOf, isShadow, nextOf, parentOf, previousOf } from '../natives.js';

/** Neighbours that have no place yet, in their order, and what they go before: null is the end. */
export interface Run {
  readonly nodes: readonly Node[];
  readonly before: Node | null;
}

/**
 * Puts nodes that were added or moved into runs of neighbours, each of which goes before what has its place, and what is higher before what is
 * lower: so that nothing ever goes into what is not there, or into itself.
 */
export function runsOf(unplaced: ReadonlySet<Node>, known: KnownNodes): Run[] {
  const done = new Set<Node>();
  const stands = (node: Node) => known.get(node) !== undefined && !unplaced.has(node);
  const runs: Run[] = [];
  let moves = false;
  for (const node of unplaced) {
    if (done.has(node) || !known.get(parentOf(node))) continue;
    let first = node;
    for (let previous = previousOf(first); previous && !stands(previous); previous = previousOf(first)) first = previous;
    const nodes: Node[] = [];
    let next: Node | null = first;
    for (; next && !stands(next); next = nextOf(next)) {
      if (!unplaced.has(next)) continue;
      done.add(next);
      nodes.push(next);
      moves ||= known.get(next) !== undefined;
    }
    runs.push({ nodes, before: next });
  }
  return moves ? byDepth(runs) : runs;
}

function byDepth(runs: readonly Run[]): Run[] {
  const depthOf = ({ nodes: [node] }: Run) => {
    let depth = 0;
    for (let at = node ?? null; at; at = isShadow(at) ? hostOf(at) : parentOf(at)) depth += 1;
    return depth;
  };
  return runs
    .map((run) => ({ run, depth: depthOf(run) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ run }) => run);
}
