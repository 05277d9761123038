import * as crypto from 'node:crypto';
import type { AuditEntry, AuditHead, AuditLine } from './entry.js';

// The first is half as dear where there is one: from Node 20.12 on.
const sha256: (text: string) => string =
  'hash' in crypto ? (text) => crypto.hash('sha256', text, 'hex') : (text) => crypto.createHash('sha256').update(text).digest('hex');

/** What a workspace's trail begins with: no line yet, and a hash that no other workspace begins with. */
export const beginning = (workspace: string): AuditHead => ({ n: 0, hash: sha256(`deskbell-audit-1\n${workspace}`) });

/** The hash of a line (VT12): SHA-256, in hex, of the hash before it in hex and the line, as UTF-8. */
export const hashOf = (previous: string, line: string): string => sha256(previous + line);

/** How every line begins. */
export const startOf = (n: number): string => `{"n":${String(n)},`;

/** The line that follows on a head. */
export function lineAfter({ n, hash }: AuditHead, entry: AuditEntry): AuditLine {
  const line = JSON.stringify({ n: n + 1, ...entry });
  return { n: n + 1, line, hash: hashOf(hash, line) };
}
