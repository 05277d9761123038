import { NAMESPACES, type MirrorSink } from '../sink.js';
import { OPENED } from '../wire/codes.js';
import { BrokenFrame, type Ids } from './ids.js';

/** The same as what a stream is read with allows in all: a frame may not be what breaks it. */
const MOST_ATTRIBUTES = 4_096;
const MOST_LISTED = 100_000;
const MOST_PICTURE = 1_000_000;

/** What each call says: `n` a new node, in the one that comes next; `k` a known one; `b` one to stand before, or none; the rest plain. */
const SAYS = {
  document: 'nkys',
  element: 'nkbest',
  text: 'nkbs',
  shadow: 'nk',
  moved: 'kkb',
  removed: 'k',
  attribute: 'kso',
  said: 'ks',
  value: 'ks',
  checked: 'ky',
  chosen: 'ki',
  scrolled: 'kdd',
  sheet: 'gs',
  adopted: 'ka',
  picture: 'kr',
  blank: 'kdd',
  opened: 'kw',
} as const satisfies Partial<Record<keyof MirrorSink, string>>;

const isWhole = (said: unknown): said is number => Number.isSafeInteger(said);
const isList = (said: unknown): said is unknown[] => Array.isArray(said);

const PLAIN: Readonly<Record<string, (said: unknown) => boolean>> = {
  s: (said) => typeof said === 'string',
  o: (said) => said === null || typeof said === 'string',
  y: (said) => typeof said === 'boolean',
  d: (said) => typeof said === 'number',
  e: (said) => NAMESPACES.includes(said as 'html'),
  t: (said) => isList(said) && said.length % 2 === 0 && said.length / 2 <= MOST_ATTRIBUTES && said.every((one) => typeof one === 'string'),
  i: (said) => isList(said) && said.length <= MOST_LISTED && said.every((one) => isWhole(one) && one >= 0),
  a: (said) => isList(said) && said.length <= MOST_LISTED && said.every((one) => isWhole(one) && one < 0),
  r: (said) => said instanceof Uint8Array && said.length <= MOST_PICTURE,
  w: (said) => OPENED.includes(said as ''),
};

/** Where a frame's calls go. */
export interface Into {
  readonly sink: MirrorSink;
  readonly ids: Ids;
  /** The frame's own element, in the page's mirror. */
  readonly frame: number;
  /** A number for an adopted sheet, which no other in the mirror has. */
  nextSheet(): number;
}

/** Passes a call of a frame on, about the page's nodes in place of the frame's. @throws {BrokenFrame} None of ours says that. */
export function passOn(name: unknown, said: readonly unknown[], { sink, ids, frame, nextSheet }: Into): void {
  if (typeof name !== 'string' || !Object.hasOwn(SAYS, name)) throw new BrokenFrame('no such call');
  const kinds = SAYS[name as keyof typeof SAYS];
  if (said.length !== kinds.length) throw new BrokenFrame(`${name} says something else`);
  const sheet = (number: number) => ids.sheet(number, nextSheet);
  const [node, parent] = said;
  // The frame's own document stands in the frame.
  const isOwn = name === 'document' && node === 1;
  const passed: unknown[] = [];
  for (let at = 0; at < kinds.length; at++) {
    const kind = kinds.charAt(at);
    const one = said[at];
    if (!'nkbg'.includes(kind)) {
      if (!PLAIN[kind]?.(one)) throw new BrokenFrame(`${name} says something else`);
      passed.push(kind === 'a' ? (one as number[]).map(sheet) : one);
      continue;
    }
    if (!isWhole(one)) throw new BrokenFrame(`${name} is about nothing`);
    if (kind === 'n') passed.push(one);
    else if (kind === 'g' && one < 0) passed.push(sheet(one));
    else {
      const id = isOwn ? frame : ids.get(one);
      // As ever: what is about an unknown node is left out.
      if (!id && kind !== 'b') return;
      passed.push(id);
    }
  }
  if (kinds.startsWith('n')) {
    if ((node as number) < 1) throw new BrokenFrame('no such node');
    passed[0] = ids.add(node as number, isOwn ? 0 : (parent as number));
  }
  if (name === 'moved') ids.move(node as number, parent as number);
  if (name === 'removed') ids.remove(node as number);
  (sink[name as keyof MirrorSink] as (...said: unknown[]) => void)(...passed);
}
