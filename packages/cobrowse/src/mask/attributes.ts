import type { Addresses } from './addresses.js';
import { BLOCKED, INERT, MASKED, SECRET } from './bits.js';
import type { Mask } from './masker.js';
import { attributeOf, tagOf, namespaceOf } from '../natives.js';
import type { Secrets } from './secrets.js';
import { masked } from './signs.js';
import type { Styles } from './styles.js';

const KINDS = {
  /** How something looks or behaves. It goes as it is. */
  looks:
    'width height colspan rowspan span dir hidden disabled readonly required multiple size rows cols wrap align valign border bgcolor color cellpadding cellspacing type role tabindex open start reversed nowrap contenteditable rel media sizes controls inert popover maxlength inputmode lang',
  /** Names, which style sheets need: those with a secret in them are left out. */
  names:
    'class id name for slot part exportparts headers list form usemap is aria-labelledby aria-describedby aria-controls aria-owns aria-activedescendant aria-details aria-flowto popovertarget',
  place: 'href xlink:href action formaction cite longdesc',
  loaded: 'src poster background data',
  set: 'srcset imagesrcset',
  /** What somebody reads or typed. */
  said: 'value alt title placeholder label summary abbr aria-label aria-description aria-valuetext aria-valuenow aria-roledescription aria-placeholder aria-braillelabel aria-brailleroledescription',
  /** What was chosen, and from what. */
  state: 'checked selected aria-checked min max step low high optimum',
  never:
    'srcdoc nonce integrity ping pattern http-equiv autofocus autocomplete download target content accept archive codebase classid formtarget',
  style: 'style',
} as const;
type Kind = keyof typeof KINDS;
const kinds = new Map<string, Kind>();
for (const [kind, names] of Object.entries(KINDS)) for (const name of names.split(' ')) kinds.set(name, kind as Kind);

/** The words that elements say their state in: they are nobody's name. */
const STATES = new Set(
  ' true false mixed page step open opened closed active inactive on off auto none visible hidden collapsed expanded horizontal vertical top right bottom left start center end light dark primary secondary sm md lg 0 1'.split(
    ' ',
  ),
);
const SVG = 'http://www.w3.org/2000/svg';
/** Elements whose `href` is loaded, not gone to; and those that load a page, which is shown as a document of its own. */
const LOADING = /^(?:image|feimage|use|link)$/i;
const FRAME = /^(?:iframe|frame|embed|object)$/;
const DRAWN = document.createElement('i').style;
const LONGEST = 256;
const REMEMBERED = 5_000;

/** Decides of one attribute; null leaves it out. */
export type AttributeMask = (element: Element, name: string, value: string, mask: Mask) => string | null;

export function createAttributes(secrets: Secrets, addresses: Addresses, styles: Styles): AttributeMask {
  const seenNames = new Map<string, string | null>();
  /** Names without those that have a secret in them; null where none is left. The same ones come again and again. */
  const names = (value: string) => {
    let seen = seenNames.get(value);
    if (seen === undefined) {
      seen = value;
      if (secrets.has(value)) seen = (value.match(/\S+/g) ?? []).filter((name) => !secrets.has(name)).join(' ') || null;
      // What is no secret alone may be one together with the next.
      if (seen !== null && secrets.open(seen) !== seen) seen = null;
      if (seenNames.size >= REMEMBERED) seenNames.clear();
      seenNames.set(value, seen);
    }
    return seen;
  };
  const signs = (value: string) => masked(value.slice(0, LONGEST));

  const place = (element: Element, name: string, value: string, isMasked: boolean) => {
    if (namespaceOf(element) === SVG && value.startsWith('#')) return names(value);
    if (name.endsWith('href')) {
      if (LOADING.test(tagOf(element))) return addresses.loaded(value);
      return isMasked ? '#' : addresses.seen(value);
    }
    return isMasked ? null : addresses.seen(value);
  };

  const other = (element: Element, name: string, value: string, mask: Mask) => {
    if (name.startsWith('on') || mask & SECRET) return null;
    const isMasked = (mask & MASKED) !== 0;
    // What the browser knows a drawing by is its colours, lines and places.
    if (namespaceOf(element) === SVG && (name in DRAWN || name in element) && !name.includes('aria'))
      return value.includes('(') ? styles.attribute(value, isMasked) : value;
    if (!isMasked) return secrets.open(value);
    if (STATES.has(value)) return name.includes('-') || tagOf(element).includes('-') ? value : null;
    return name.startsWith('data-') || name.startsWith('aria-') ? signs(value) : null;
  };

  return (element, name, value, mask) => {
    if (mask & INERT) return null;
    const kind = kinds.get(name);
    const isMasked = (mask & (MASKED | BLOCKED)) !== 0;
    if (kind === 'looks') return value;
    if (kind === 'names') return names(value);
    if (kind === 'style') return styles.attribute(value, isMasked);
    if (mask & BLOCKED) return null;
    switch (kind) {
      case 'place':
        return place(element, name, value, isMasked);
      case 'loaded':
        return isMasked || FRAME.test(tagOf(element)) ? null : addresses.loaded(value);
      case 'set':
        return isMasked ? null : addresses.loadedSet(value);
      case 'said':
        if (mask & SECRET && name.includes('value')) return null;
        if (isMasked) return signs(value);
        return name === 'value' ? secrets.typed(value) : secrets.open(value);
      case 'state':
        return isMasked || mask & SECRET ? null : value;
      case 'never':
        // How wide a page wants to be.
        return name === 'content' && tagOf(element) === 'meta' && attributeOf(element, 'name') === 'viewport' ? value : null;
      case undefined:
        return other(element, name, value, mask);
    }
  };
}
