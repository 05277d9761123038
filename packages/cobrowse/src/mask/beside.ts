import { nextOf, previousOf, typeOf, tagOf, parentOf, contentOf } from '../natives.js';
import { SEAM } from './secrets.js';

/** What does not break a word or a number in two. An element of the site's own may be anything. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark output q s samp slot small span strike strong sub sup time tspan tt u var wbr'.split(
    ' ',
  ),
);
/** How much of what stands beside a text is looked at, characters. */
const REACH = 64;

const isInline = (node: Node) => {
  if (typeOf(node) !== 1) return false;
  const tag = tagOf(node as Element);
  return INLINE.has(tag) || tag.includes('-');
};

/** The text that goes on right before (`step` backwards) or behind a node, over the inline elements around it. */
function reach(start: Node, step: (node: Node) => Node | null, isBefore: boolean): string {
  let out = '';
  let node: Node = start;
  while (out.length < REACH) {
    let next = step(node);
    while (!next) {
      const parent: Node | null = parentOf(node);
      if (!parent || !isInline(parent)) return out;
      node = parent;
      next = step(node);
    }
    node = next;
    const kind = typeOf(node);
    if (kind === 3 || isInline(node)) out = isBefore ? (contentOf(node) ?? '') + SEAM + out : out + SEAM + (contentOf(node) ?? '');
    // A comment breaks nothing; a block does.
    else if (kind !== 8) return out;
  }
  return isBefore ? out.slice(-REACH) : out.slice(0, REACH);
}

export const textBefore = (node: Node) => reach(node, previousOf, true);
export const textAfter = (node: Node) => reach(node, nextOf, false);
