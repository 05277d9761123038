import type { ClosedPage } from '@deskbell/client/agent.js';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import { refusalWords } from '../words/refusal.js';

/** What a search has found so far. A new object with every change. */
export interface Found {
  /** Undefined until the first page has come. */
  readonly rows: readonly ConversationSummary[] | undefined;
  /** What these rows were found by. */
  readonly search: string;
  readonly next: string | null;
  /** Whether a page is on its way. */
  readonly isBusy: boolean;
  /** Why the last page did not come. */
  readonly fault: string;
}

export const NOTHING_FOUND: Found = { rows: undefined, search: '', next: null, isBusy: false, fault: '' };

/**
 * Searches page by page. One question is on its way at a time; what was typed meanwhile is asked when its answer is there, so that a quick
 * typist asks for a few words and not for every letter, and an old answer never covers a newer one.
 */
export class Pages {
  found: Found = NOTHING_FOUND;

  private wanted: string | undefined;
  private readonly fetch: (search: string, page?: string) => Promise<ClosedPage>;
  private readonly changed: (found: Found) => void;

  constructor(fetch: (search: string, page?: string) => Promise<ClosedPage>, changed: (found: Found) => void) {
    this.fetch = fetch;
    this.changed = changed;
  }

  /** Looks for conversations, from the first page on. */
  async search(search: string): Promise<void> {
    this.wanted = search;
    if (this.found.isBusy) return;
    while (this.wanted !== undefined) {
      const text: string = this.wanted;
      this.wanted = undefined;
      await this.take(text, undefined, []);
    }
  }

  /** Fetches the next page. */
  async more(): Promise<void> {
    const { next, search, rows, isBusy } = this.found;
    if (next === null || isBusy) return;
    await this.take(search, next, rows ?? []);
    if (this.wanted !== undefined) await this.search(this.wanted);
  }

  private async take(search: string, page: string | undefined, before: readonly ConversationSummary[]): Promise<void> {
    this.set({ ...this.found, isBusy: true, fault: '' });
    try {
      const { conversations, next } = await this.fetch(search, page);
      this.set({ rows: [...before, ...conversations], search, next, isBusy: false, fault: '' });
    } catch (error) {
      this.set({ ...this.found, isBusy: false, fault: refusalWords(error) });
    }
  }

  private set(found: Found): void {
    this.found = found;
    this.changed(found);
  }
}
