import type { AuditHead, AuditLine } from './entry.js';

// A trail as a file: what it is and how far it went when it was written, then a line each with its hash before it.

const FIRST = /^deskbell-audit-1 ([A-Za-z0-9_.-]{1,64}) (\d{1,15}) ([0-9a-f]{64})$/;
// Any sign but the line feed may stand in a line, U+2028 too.
const LINE = /^([0-9a-f]{64}) ([^\n]*)$/;
const NUMBER = /^\{"n":(\d{1,15}),/;

/** The first line of a file. */
export const firstLine = (workspace: string, { n, hash }: AuditHead): string => `deskbell-audit-1 ${workspace} ${String(n)} ${hash}\n`;

/** Every other line of it. */
export const exportedLine = ({ line, hash }: AuditLine): string => `${hash} ${line}\n`;

/** What the first line says; undefined where it is none. */
export function readFirst(text: string): { workspace: string; head: AuditHead } | undefined {
  const [, workspace, n, hash] = FIRST.exec(text) ?? [];
  return workspace !== undefined && n !== undefined && hash !== undefined ? { workspace, head: { n: Number(n), hash } } : undefined;
}

/** Any other line; where it is none it comes with a number that fits nowhere. */
export function readLine(text: string): AuditLine {
  const [, hash = '', line = ''] = LINE.exec(text) ?? [];
  return { n: Number(NUMBER.exec(line)?.[1] ?? -1), line, hash };
}
