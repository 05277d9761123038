import type { Namespace } from '../sink.js';
import { resolveAddress, resolveSources } from './addresses.js';
import { rewriteDeclarations } from './css.js';

const MAX_VALUE = 1_000_000;
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What a browser acts on, or fetches, or lets somebody else act on. Any other name is only there to be selected by. */
const REFUSED = words(`
  accesskey action allow allowfullscreen allowpaymentrequest archive attributionsrc autofocus autoplay autocomplete cite classid code codebase command
  commandfor credentialless crossorigin csp data download dynsrc elementtiming fetchpriority formaction formenctype formmethod
  formnovalidate formtarget http-equiv icon imagesrcset integrity interestfor interesttarget is loading longdesc lowsrc manifest method nonce
  object ping popovertarget popovertargetaction profile referrerpolicy sandbox srcdoc shadowrootmode shadowrootclonable shadowrootdelegatesfocus
  shadowrootserializable shadowrootadoptedstylesheets shadowrootcustomelementregistry shadowrootreferencetarget target virtualkeyboardpolicy
  writingsuggestions xlink:role xlink:arcrole xlink:actuate xlink:show xml:base xmlns`);
/** What leads somewhere, and where it may stand; nowhere else. */
const ADDRESSES: Readonly<Record<string, ReadonlySet<string>>> = {
  src: words('img input source video audio'),
  srcset: words('img source'),
  poster: words('video'),
  background: words('body table thead tbody tfoot tr td th'),
  href: words('a area image feImage use linearGradient radialGradient pattern filter textPath mpath'),
  'xlink:href': words('a image feImage use linearGradient radialGradient pattern filter textPath mpath'),
};
const PICTURES = words('image feImage');
const MEDIA = words('video audio source');
const SMIL = words('animate animateMotion animateTransform set');

export interface AttributePlace {
  readonly namespace: Namespace;
  readonly tag: string;
  /** What addresses are relative to. */
  readonly base: string;
}

function address(name: string, value: string, { namespace, tag, base }: AttributePlace): string | null {
  if (!ADDRESSES[name]?.has(tag)) return null;
  if (name === 'srcset') return resolveSources(value, base);
  const isLink = tag === 'a' || tag === 'area';
  // Selectors go by what is written; nobody follows it.
  if (isLink) return resolveAddress(value, base, 'link') === undefined ? null : value;
  if (namespace === 'svg' && !PICTURES.has(tag)) return value.trim().startsWith('#') ? value : null;
  return resolveAddress(value, base, name === 'src' && MEDIA.has(tag) ? 'media' : 'picture') ?? null;
}

/** Animations may change how something looks, never where it leads. */
const isLooks = (value: string): boolean =>
  /^[a-z][a-z-]*$/i.test(value.trim()) && !/^on|href|src|style|class|target|^xml/i.test(value.trim());

/** An attribute as it may stand in the view; null where it may not. */
export function allowedAttribute(name: string, value: string, place: AttributePlace): string | null {
  const lower = name.toLowerCase();
  const { namespace, tag, base } = place;
  if (value.length > MAX_VALUE && !Object.hasOwn(ADDRESSES, lower)) return null;
  if (/^on|^deskbell-|^xmlns|[\s"'<>/=\0]/.test(lower) || REFUSED.has(lower)) return null;
  if (Object.hasOwn(ADDRESSES, lower)) return address(lower, value, place);
  if (lower === 'style') return rewriteDeclarations(value, base);
  // Shown as the customer's page shows it, whatever is clicked here.
  if (lower === 'popover') return 'manual';
  if (namespace === 'html') return tag === 'iframe' && lower === 'name' ? null : value;
  if (SMIL.has(tag) && (lower === 'attributename' ? !isLooks(value) : /^(?:to|from|by|values)$/.test(lower) && value.includes(':')))
    return null;
  return /url\(|\\/i.test(value) ? (/^\s*url\(\s*["']?#[^)\\]*\)\s*[\w#]*\s*$/i.test(value) ? value : null) : value;
}
