import type { MirrorRules } from '@deskbell/protocol/cobrowse.js';
import { decoded } from './decoded.js';

/** As paths are compared: decoded however often it was encoded, in small letters, with no slash too many and no parameters of its parts. */
function plain(path: string): string {
  const parts: string[] = [];
  for (const part of decoded(path).toLowerCase().split(/[/\\]/)) {
    const name = part.replace(/;.*/, '').trim();
    if (name === '..') parts.pop();
    else if (name !== '' && name !== '.') parts.push(name);
  }
  return `/${parts.join('/')}`;
}

/** Whether the glob, in which stars stand for any characters, is for the text. In steps, so that no glob takes for ever. */
function fits(glob: string, text: string): boolean {
  let at = 0;
  let pos = 0;
  let star = -1;
  let from = 0;
  while (pos < text.length) {
    if (glob[at] === '*') {
      star = at++;
      from = pos;
    } else if (at < glob.length && glob[at] === text[pos]) {
      at++;
      pos++;
    } else if (star < 0) return false;
    else {
      at = star + 1;
      pos = ++from;
    }
  }
  while (glob[at] === '*') at++;
  return at === glob.length;
}

/** The paths that an address stands for: its own, and that of an app that has its routes behind the hash. */
function pathsOf(address: string): string[] {
  const { pathname, hash } = new URL(address);
  const route = /^#!?(\/[^?]*)/.exec(hash)?.[1];
  return route === undefined ? [plain(pathname)] : [plain(pathname), plain(route), plain(pathname + route)];
}

/** Whether a rule's path is for the address; `/checkout/*` is for `/checkout` too. */
function isAt(at: string, paths: readonly string[]): boolean {
  const glob = plain(at);
  return paths.some((path) => fits(glob, path) || (glob.endsWith('/*') && fits(glob.slice(0, -2), path)));
}

/** What holds on one page. */
export interface PageRules {
  readonly offLimits: boolean;
  readonly isPrivate: boolean;
  readonly mask: readonly string[];
  readonly unmask: readonly string[];
}

/** The rules of all pages that the address is for, together: of two that say otherwise the one that masks more. @throws where it is no address. */
export function rulesAt(rules: MirrorRules, address: string): PageRules {
  const paths = pathsOf(address);
  const here = rules.pages.filter(({ at }) => isAt(at, paths));
  const maskings = here.flatMap(({ masking }) => masking ?? []);
  return {
    offLimits: here.some(({ offLimits }) => offLimits),
    isPrivate: maskings.length > 0 ? maskings.some((masking) => masking !== 'marked') : rules.masking !== 'marked',
    mask: [...rules.mask, ...here.flatMap(({ mask }) => mask ?? [])],
    unmask: [...rules.unmask, ...here.flatMap(({ unmask }) => unmask ?? [])],
  };
}
