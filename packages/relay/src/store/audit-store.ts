import type { AuditEntry, AuditHead, AuditLine } from '../audit/entry.js';

export interface AuditQuery {
  readonly workspace: string;
  /** Lines of this conversation only. */
  readonly conversation?: string | undefined;
  readonly order: 'newest' | 'oldest';
  /** Begins behind the line of this number, in that order; null for the first page. */
  readonly after: number | null;
  readonly limit: number;
}

/** The part of the store that keeps the audit trail. What is written with something else is written by the method that does that. */
export interface AuditStore {
  /** Appends lines, one directly after the other, however many relays append at once. */
  appendAudit(workspace: string, entries: readonly AuditEntry[]): Promise<AuditLine[]>;
  audit(query: AuditQuery): Promise<AuditLine[]>;
  /** The last line's number and hash; before the first line what {@link beginning} says. */
  auditHead(workspace: string): Promise<AuditHead>;
  /** The workspaces that have a trail. */
  auditedWorkspaces(): Promise<string[]>;
}
