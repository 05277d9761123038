import { isBearable } from './picture-size.js';

/** What an address is for. `link` leads somewhere, and is never followed. */
export type AddressUse = 'link' | 'picture' | 'media' | 'font';

/** Addresses longer than this are of use to nobody, but for those that hold what they mean. */
const MAX_ADDRESS = 8_192;
const MAX_DATA = 8_000_000;
const LINKS = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Pictures that an address holds itself. What is drawn by rules (SVG) has no size of its own, and as a picture runs and fetches nothing. */
function isPicture(address: string): boolean {
  const parts = /^data:image\/([\w.+-]+)((?:;[\w-]+=[^;,]*)*)(;base64)?,/i.exec(address);
  if (!parts || address.length > MAX_DATA) return false;
  if (parts[1]?.toLowerCase() === 'svg+xml') return true;
  if (!parts[3]) return false;
  try {
    const raw = atob(decodeURIComponent(address.slice(parts[0].length)));
    return isBearable(Uint8Array.from(raw, (sign) => sign.charCodeAt(0)));
  } catch {
    // Neither base64 nor percent signs: no picture.
    return false;
  }
}

const isFont = (address: string): boolean =>
  address.length <= MAX_DATA && /^data:(?:font\/[\w.+-]+|application\/(?:x-)?font[\w.+-]*|application\/octet-stream)[;,]/i.test(address);

/**
 * An address of the mirrored page made whole, where it may stand in the view; undefined where it may not. Where it may be fetched from is for the
 * view's policy to say.
 */
export function resolveAddress(value: string, base: string, use: AddressUse): string | undefined {
  if (value.length > MAX_DATA || !URL.canParse(value, base)) return undefined;
  const { protocol, href } = new URL(value, base);
  if (protocol === 'data:') return (use === 'picture' && isPicture(href)) || (use === 'font' && isFont(href)) ? href : undefined;
  if (href.length > MAX_ADDRESS) return undefined;
  if (use === 'link') return LINKS.has(protocol) ? href : undefined;
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** The pictures of a `srcset` that may be shown, with what each is for. */
export function resolveSources(value: string, base: string): string {
  return [...value.matchAll(/\s*([^\s,]\S*[^\s,]|[^\s,])(\s+[^,]*)?(?:,|$)/g)]
    .flatMap(([, address = '', about = '']) => {
      const whole = resolveAddress(address, base, 'picture');
      return whole === undefined ? [] : [`${whole}${about.trimEnd()}`];
    })
    .join(', ');
}
