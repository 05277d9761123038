import type { Disposition } from '@deskbell/protocol/conversation.js';
import { MARKS, type Mark } from '@deskbell/protocol/marks.js';
import { readKept, writeKept } from './storage.js';

/** What an agent has begun and not finished in one conversation. */
export interface Draft {
  /** What stands in the compose box. */
  readonly text?: string;
  /** What is marked in it. */
  readonly marks?: readonly Mark[] | undefined;
  /** Whether a model wrote it, and nobody has changed it since. */
  readonly byAi?: boolean | undefined;
  /** What was chosen at wrap-up. */
  readonly disposition?: Disposition;
  /** A note that is not saved. */
  readonly note?: string;
  /** What was written at wrap-up. */
  readonly description?: string;
}

const isMark = (value: unknown): value is Mark => {
  if (typeof value !== 'object' || value === null) return false;
  const { mark, from, to, href = '' } = value as Record<string, unknown>;
  const isKnown = (MARKS as readonly unknown[]).includes(mark);
  return isKnown && typeof from === 'number' && typeof to === 'number' && typeof href === 'string';
};

const isDraft = (value: unknown): value is Draft => {
  if (typeof value !== 'object' || value === null) return false;
  const { text = '', marks = [], disposition, description = '', note = '', byAi = false } = value as Record<string, unknown>;
  const areMarks = Array.isArray(marks) && marks.every(isMark);
  return areMarks && typeof byAi === 'boolean' && [text, disposition ?? '', description, note].every((part) => typeof part === 'string');
};

/** One agent's drafts, by conversation, kept in the browser over a switch and a reload (CMP 9). */
export class Drafts {
  private readonly drafts = new Map<string, Draft>();
  private readonly storage: Storage | undefined;
  private readonly prefix: string;

  constructor(storage: Storage | undefined, workspace: string, agent: string) {
    this.storage = storage;
    this.prefix = `deskbell:draft:${encodeURIComponent(workspace)}:${encodeURIComponent(agent)}:`;
  }

  of(conversation: string): Draft {
    const draft = this.drafts.get(conversation) ?? readKept(this.storage, this.prefix + conversation, isDraft) ?? {};
    this.drafts.set(conversation, draft);
    return draft;
  }

  /** Changes a part of a draft, and leaves the rest. */
  change(conversation: string, part: Draft): void {
    const parts = Object.entries({ ...this.of(conversation), ...part });
    const draft = Object.fromEntries(parts.filter(([, value]) => value !== '' && value !== undefined)) as Draft;
    this.drafts.set(conversation, draft);
    writeKept(this.storage, this.prefix + conversation, Object.keys(draft).length ? draft : undefined);
  }

  /** Forgets a conversation that is over, but for its note, which can still be saved. */
  clear(conversation: string): void {
    const { note = '' } = this.of(conversation);
    this.drafts.delete(conversation);
    writeKept(this.storage, this.prefix + conversation, note ? { note } : undefined);
  }

  /** Forgets every conversation but these: the others were closed while nobody was here. */
  keepOnly(conversations: readonly string[]): void {
    const keys = Object.keys(this.storage ?? {}).filter((key) => key.startsWith(this.prefix));
    const kept = [...this.drafts.keys(), ...keys.map((key) => key.slice(this.prefix.length))];
    for (const conversation of kept) if (!conversations.includes(conversation)) this.clear(conversation);
  }
}
