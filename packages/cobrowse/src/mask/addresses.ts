import { decoded } from './decoded.js';
import type { Secrets } from './secrets.js';
import { CUT } from './signs.js';

const PARTS = /^(?:([a-z][a-z\d+.-]*):)?(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#[^]*)?$/i;
/** Where an address of these goes is a person, not a place. */
const TO_PERSON = /^(?:mailto|tel|sms|facetime|skype|sip|whatsapp)$/i;
const PLACE = /^https?$/i;

/** Whether it looks like a token or an id that nobody made up: long, and changing between digits, small and capital letters again and again. */
function isRandom(word: string): boolean {
  const signs = word.replace(/[^a-z\d]/gi, '');
  if (signs.length < 16) return false;
  const changes = (signs.match(/\d+|[a-z]+|[A-Z]+/g) ?? []).length;
  return changes > signs.length * 0.4 || (changes > 5 && /\d/.test(signs));
}

/** Addresses as they may be seen. */
export interface Addresses {
  /** Of a page or a link: in it no parameters but those allowed, no e-mail addresses, no tokens. */
  seen(address: string): string;
  /** Of what the agent's browser is to load itself; null where it may not be seen as it is, since with a hole in it it would load something else. */
  loaded(address: string): string | null;
  /** The same for the candidates of a `srcset`. */
  loadedSet(candidates: string): string | null;
}

/** `parameters`: the names of those whose values may be seen. */
export function createAddresses(parameters: readonly string[], secrets: Secrets): Addresses {
  const allowed = new Set(parameters.map((name) => name.toLowerCase()));

  const parameter = (part: string) => {
    const [, name = '', value] = /^([^=]*)(?:=([^]*))?$/.exec(part) ?? [];
    const plainName = decoded(name);
    const isSecretName = secrets.has(plainName) || isRandom(plainName);
    if (allowed.has(plainName.toLowerCase()) && !isSecretName && !secrets.has(decoded(value ?? ''))) return part;
    if (value === undefined) return name && CUT;
    return `${isSecretName ? CUT : name}=${value && CUT}`;
  };
  const query = (text: string) => text.split('&').map(parameter).join('&');

  const word = (part: string, mayBeRandom: boolean) => {
    const [name = '', ...more] = part.split(';');
    const plainName = decoded(name);
    const shown = secrets.has(plainName) || (!mayBeRandom && isRandom(plainName)) ? CUT : name;
    return more.length > 0 ? `${shown};${CUT}` : shown;
  };
  const path = (text: string, mayBeRandom: boolean) =>
    text
      .split('/')
      .map((part) => word(part, mayBeRandom))
      .join('/');

  const route = (text: string) => {
    const end = text.indexOf('?');
    return end < 0 ? path(text, false) : `${path(text.slice(0, end), false)}?${query(text.slice(end + 1))}`;
  };
  const fragment = (text: string) => (/^!?\//.test(text) ? route(text) : text.includes('=') ? query(text) : word(text, false));

  const seen = (address: string, mayBeRandom: boolean) => {
    const [, scheme, host = '', places = '', asked, within] = PARTS.exec(address) ?? [];
    if (scheme !== undefined && !PLACE.test(scheme)) return TO_PERSON.test(scheme) ? `${scheme}:${CUT}` : '';
    return (
      (scheme === undefined ? '' : `${scheme}:`) +
      // Who asks is nobody's business.
      host.replace(/^\/\/.*@/s, '//') +
      path(places, mayBeRandom) +
      (asked === undefined ? '' : `?${query(asked.slice(1))}`) +
      (within === undefined ? '' : `#${fragment(within.slice(1))}`)
    );
  };

  // As browsers read addresses: without white space around, line breaks within, and with slashes that lean either way.
  const clean = (address: string) =>
    address
      .trim()
      .replace(/[\t\n\r]/g, '')
      .replace(/^[^?#]*/, (start) => start.replaceAll('\\', '/'));

  const loaded = (address: string) => {
    // As it was written: what else a `data:` address holds is in the picture, or in what the picture says.
    if (/^\s*data:(?:image|font|application\/(?:x-)?font)/i.test(address))
      return /^[^,]*;base64,/i.test(address) || secrets.open(decoded(address)) === decoded(address) ? address : null;
    const plain = clean(address);
    return seen(plain, true) === plain ? plain : null;
  };

  return {
    seen: (address) => seen(clean(address), false),
    loaded,
    loadedSet: (candidates) =>
      candidates.split(/,\s+/).every((candidate) => loaded(candidate.trim().split(/\s/)[0] ?? '') !== null) ? candidates : null,
  };
}
