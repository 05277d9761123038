import { stringify } from '../json.js';
import type { MirrorRules } from '@deskbell/protocol/cobrowse.js';
import type { Addresses } from './addresses.js';
import { BLOCKED, FIRM, HOST, INERT, MASKED, OWN, ROOT, RULES, SECRET, STYLE, TOP } from './bits.js';
import type { Fields } from './fields.js';
import type { Mask, Masker } from './masker.js';
import {
  addressOf,
  attributeOf,
  contentDocumentOf,
  hostOf,
  typeOf,
  tagOf,
  matches,
  namespaceOf,
  parentOf,
  shadowOf,
  slotOf,
  viewOf,
} from '../natives.js';
import { OWN_ELEMENTS } from './own-elements.js';
import { rulesAt } from './pages.js';
import { marksOf, type Marks } from './selectors.js';

const LANGUAGES = /^http:\/\/www\.w3\.org\/(?:1999\/xhtml|2000\/svg|1998\/Math\/MathML)$/;
/** Elements of browser extensions that look into pages. */
const EXTENSIONS =
  /^(?:grammarly|languagetool|lt|deepl|lastpass|bitwarden|dashlane|keeper|nordpass|protonpass|roboform|com-1password|loom|plasmo|monica|sider)-/;
const OF_HTML = /^(?:head|body|frameset)$/;

/** What matters of an element by its name. */
const KINDS = {
  field: 'input textarea select',
  media: 'img image feimage video audio canvas',
  never: 'object embed applet portal fencedframe',
  inert: 'script noscript template noembed noframes',
  style: 'style',
  drawing: 'svg',
  frame: 'iframe frame',
};
type Kind = keyof typeof KINDS;
const kinds = new Map<string, Kind>();
for (const [kind, tags] of Object.entries(KINDS)) for (const tag of tags.split(' ')) kinds.set(tag, kind as Kind);

/** The rules of a page, ready to be asked. */
interface Held {
  readonly marks: Marks;
  readonly isPrivate: boolean;
  readonly offLimits: boolean;
}

/** Where nothing can be told. */
const CLOSED = MASKED | FIRM;

/** What holds for elements: which are masked, unmasked by name, blocked, secret. */
export interface Masks extends Pick<Masker, 'root' | 'of' | 'at'> {
  /** The rules at an address. */
  held(address: string): Held;
  /** The rules that a mask was made by. */
  heldBy(mask: Mask): Held;
}

export function createMasks(rules: MirrorRules, window: Window, fields: Fields, addresses: Addresses, outside: Mask): Masks {
  const all: [Held, ...Held[]] = [{ marks: marksOf({ mask: ['*'], unmask: [] }), isPrivate: true, offLimits: true }];
  const indexes = new Map<string, number>();

  /** The index of the rules at an address; the first where it cannot be told. */
  const indexAt = (address: string) => {
    let index = indexes.get(address);
    if (index !== undefined) return index;
    try {
      const page = rulesAt(rules, address);
      const key = stringify(page);
      index = indexes.get(key) ?? all.push({ ...page, marks: marksOf(page) }) - 1;
      indexes.set(key, index);
    } catch {
      index = 0;
    }
    indexes.set(address, index);
    return index;
  };
  const heldBy = (mask: Mask) => all[mask >> RULES] ?? all[0];

  const document = (of: Document, around: Mask | undefined) => {
    const isOwn = of === window.document;
    const address = isOwn ? window.location.href : addressOf(of);
    const frame = isOwn || around !== undefined ? null : (viewOf(of)?.frameElement ?? null);
    const outer = around ?? (isOwn ? outside & (MASKED | FIRM) : frame ? at(frame) : CLOSED);
    let mask = (outer & ~OWN) | TOP;
    // A frame without an address of its own is a part of the page that it is in.
    if (isOwn || /^https?:/.test(address)) {
      const index = indexAt(address);
      const { isPrivate, offLimits } = all[index] ?? all[0];
      mask = (mask & ((1 << RULES) - 1)) | (index << RULES) | (isPrivate ? MASKED : 0) | (offLimits ? BLOCKED : 0);
    }
    return mask;
  };

  const marked = (element: Element, mask: Mask, marks: Marks) => {
    if (matches(element, marks.block)) return mask | BLOCKED;
    if (matches(element, marks.mask)) return mask | MASKED | FIRM;
    return (mask & FIRM) === 0 && matches(element, marks.unmask) ? mask & ~MASKED : mask;
  };

  /** Whether a picture cannot be shown as its address may be seen: its place is left blank. */
  const isHole = (element: Element) => {
    const src = attributeOf(element, 'src');
    const set = attributeOf(element, 'srcset');
    return (src !== null && addresses.loaded(src) === null) || (set !== null && addresses.loadedSet(set) === null);
  };

  const byKind = (element: Element, tag: string, kind: Kind, mask: Mask) => {
    switch (kind) {
      case 'field':
        if (fields.isSecret(element)) return mask | SECRET;
        return mask & MASKED && /^image$/i.test(attributeOf(element, 'type') ?? '') ? mask | BLOCKED : mask;
      case 'media':
        return mask & MASKED || (tag === 'img' && isHole(element)) ? mask | BLOCKED : mask;
      case 'never':
        return mask | BLOCKED;
      case 'inert':
        return mask | INERT;
      case 'style':
        return mask | STYLE;
      case 'drawing':
        return mask & FIRM ? mask | BLOCKED : mask;
      case 'frame': {
        const content = contentDocumentOf(element as HTMLIFrameElement);
        return content && document(content, mask) & BLOCKED ? mask | BLOCKED : mask;
      }
    }
  };

  /** What a slot adds to what is shown in it. */
  const inSlot = (element: Element) => {
    const slot = slotOf(element);
    const around = slot ? at(slot) : 0;
    return around & FIRM ? CLOSED | (around & BLOCKED) : around & BLOCKED;
  };

  const of = (element: Element, parent: Mask): Mask => {
    let mask = parent & ~OWN;
    if (mask & BLOCKED) return mask;
    try {
      const tag = tagOf(element);
      const { marks } = heldBy(mask);
      if (matches(element, marks.any)) mask = marked(element, mask, marks);
      if (parent & HOST) mask |= inSlot(element);
      if (parent & TOP) mask |= ROOT;
      else if (parent & ROOT && !OF_HTML.test(tag)) mask |= BLOCKED;
      if (!LANGUAGES.test(namespaceOf(element) ?? '')) return mask | CLOSED;
      const kind = kinds.get(tag);
      if (kind !== undefined) return byKind(element, tag, kind, mask);
      if (!tag.includes('-')) return shadowOf(element) ? mask | HOST : mask;
      if (OWN_ELEMENTS.test(tag) || EXTENSIONS.test(tag)) return mask | BLOCKED;
      // A field of the site's own making has its parts within.
      return mask | HOST | (fields.isSecret(element) ? CLOSED : 0);
    } catch {
      return mask | CLOSED;
    }
  };

  const root = (of: Document | ShadowRoot, around?: Mask): Mask => {
    try {
      return typeOf(of) === 9 ? document(of as Document, around) : (around ?? at(hostOf(of as ShadowRoot))) & ~OWN;
    } catch {
      return CLOSED;
    }
  };

  const at = (node: Node): Mask => {
    try {
      const kind = typeOf(node);
      if (kind === 9 || kind === 11) return root(node as Document | ShadowRoot);
      const parent = parentOf(node);
      // What is in no page is in no rule.
      if (!parent) return CLOSED;
      const around = at(parent);
      return kind === 1 ? of(node as Element, around) : around;
    } catch {
      return CLOSED;
    }
  };

  return { root, of, at, held: (address) => all[indexAt(address)] ?? all[0], heldBy };
}
