/** The pictures that browsers show from their pixels alone: nothing in them runs, links or loads. */
export const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

/** What a browser may show or play itself; everything else is saved. */
export const isShown = (type: string): boolean => PICTURES.has(type) || /^(video|audio)\//.test(type);

const ascii = (name: string): string => name.replace(/[^\x20-\x7e]|["\\%]/g, '_');

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** `Content-Disposition` (RFC 6266), with the name for browsers of every age. */
export const disposition = (name: string, inline: boolean): string =>
  `${inline ? 'inline' : 'attachment'}; filename="${ascii(name)}"; filename*=UTF-8''${encoded(name)}`;

/** What goes along with every file that the relay hands out: whatever it may be after all, nothing of it is run. */
export const SAFE_HEADERS = {
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
} as const;
