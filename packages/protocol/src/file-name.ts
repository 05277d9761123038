import { MAX_LINE, cleanLine } from './text.js';

// What separates folders, and what some systems forbid in a name.
const FORBIDDEN = /[/\\:*?"<>|]/g;

const EXTENSION = /\.[A-Za-z0-9]{1,10}$/;

/** What a name ends in, in lower case, without the dot; empty where it has no such end. */
export const extensionOf = (name: string): string => EXTENSION.exec(name)?.[0].slice(1).toLowerCase() ?? '';

/** A file's name as everybody may have it: one line, no folders, no direction marks, no dot in front, no dots or spaces at the end; cut before its extension. */
export function cleanFileName(raw: string): string {
  const plain = cleanLine(raw)
    .replace(FORBIDDEN, '_')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  if (plain.length <= MAX_LINE) return plain || 'file';
  const [end = ''] = EXTENSION.exec(plain) ?? [];
  return `${plain
    .slice(0, MAX_LINE - end.length)
    .toWellFormed()
    .replaceAll('\ufffd', '')}${end}`;
}
