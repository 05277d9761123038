import { extensionOf } from '@deskbell/protocol/file-name.js';
import { fileTypeFromBuffer } from 'file-type';

/** How much of a file is looked at to tell what it is, in bytes. */
export const HEAD = 65_536;

const UNKNOWN = 'application/octet-stream';

// What plain text is called by its name. None of these is ever run by a browser, whatever the name says.
const TEXTS: Record<string, string> = {
  csv: 'text/csv',
  md: 'text/markdown',
  json: 'application/json',
  ics: 'text/calendar',
  vcf: 'text/vcard',
};

/** How far into a text tags make it a page, in characters: browsers that guess look at 1,445 bytes. */
const SNIFFED = 4_096;

const MARKUP = /<(?:!doctype\s+html|html|head|body|script|iframe|style|meta|base|embed|object|form|a\s|img\s|table|div|p|h1|br)\b/i;

const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/;

/** A text in UTF-16; undefined where it is none. Its mark could also begin an MP3, which would not be free of control characters. */
function wideTextOf(head: Uint8Array): string | undefined {
  const [first, second] = head;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  const text = encoding && new TextDecoder(encoding).decode(head);
  return text === undefined || CONTROLS.test(text) ? undefined : text;
}

/** The text that a file begins with; undefined where it is none. */
function textOf(head: Uint8Array): string | undefined {
  try {
    // A sign may be cut in two at the end of what is looked at.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: head.length >= HEAD });
    return CONTROLS.test(text) ? undefined : text;
  } catch {
    // Older encodings have no control characters in text either; they are not worth more than being told from a program.
    return head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) ? undefined : new TextDecoder('latin1').decode(head);
  }
}

function typeOfText(whole: string, name: string): string {
  const text = whole.slice(0, SNIFFED);
  if (/<svg[\s/>]/i.test(text)) return 'image/svg+xml';
  // Whatever a browser might take for a page is one.
  if (MARKUP.test(text)) return 'text/html';
  if (/^\s*<\?xml\b/i.test(text)) return 'application/xml';
  return TEXTS[extensionOf(name)] ?? 'text/plain';
}

/** Types that say no more than "text with tags in it": which ones is looked at more closely. */
const VAGUE = new Set(['application/xml', 'application/rss+xml', 'application/xhtml+xml']);

/**
 * The media type of a file, told from its first bytes. The name only says which kind of plain text it is.
 * @param head - The first `HEAD` bytes, or all of a shorter file.
 */
export async function typeOfBytes(head: Uint8Array, name: string): Promise<string> {
  const wide = wideTextOf(head);
  if (wide !== undefined) return typeOfText(wide, name);
  // What cannot be read to its end, as the head stops in the middle, is what it began as.
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (found && !VAGUE.has(found.mime)) return found.mime;
  const text = textOf(head);
  return text === undefined ? (found?.mime ?? UNKNOWN) : typeOfText(text, name);
}
