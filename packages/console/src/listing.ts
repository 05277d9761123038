import { refusalWords } from './words/refusal.js';

/** One page of something, and how to ask for the next. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

/** What has come of a list so far. A new object with every change. */
export interface Listed<T> {
  /** Undefined until the first page has come. */
  readonly rows: readonly T[] | undefined;
  readonly next: string | null;
  /** Whether a page is on its way. */
  readonly isBusy: boolean;
  /** Why the last page did not come. */
  readonly fault: string;
}

const NOTHING = { rows: undefined, next: null, isBusy: false, fault: '' } as const;

/** A list about one thing, fetched page by page. What comes late about another thing is dropped. */
export class Listing<T> {
  listed: Listed<T> = NOTHING;

  private about: string | undefined;
  private round = 0;
  private readonly fetch: (about: string, page?: string) => Promise<Page<T> | undefined>;
  private readonly changed: (listed: Listed<T>) => void;

  constructor(fetch: (about: string, page?: string) => Promise<Page<T> | undefined>, changed: (listed: Listed<T>) => void) {
    this.fetch = fetch;
    this.changed = changed;
  }

  /** Turns to another thing, where it is another; undefined for none. */
  turn(about: string | undefined): void {
    if (about === this.about) return;
    this.about = about;
    this.set(NOTHING);
    void this.again();
  }

  /** Fetches from the first page on; what is there stays till that has come. */
  again(): Promise<void> {
    return this.take(undefined, []);
  }

  /** Fetches the next page. */
  async more(): Promise<void> {
    const { next, rows, isBusy } = this.listed;
    if (next !== null && !isBusy) await this.take(next, rows ?? []);
  }

  private async take(page: string | undefined, before: readonly T[]): Promise<void> {
    const { about } = this;
    const round = ++this.round;
    if (about === undefined) return;
    this.set({ ...this.listed, isBusy: true, fault: '' });
    const came = await this.fetch(about, page).then(
      (found) => ({ rows: [...before, ...(found?.rows ?? [])], next: found?.next ?? null, isBusy: false, fault: '' }),
      (error: unknown) => ({ ...this.listed, isBusy: false, fault: refusalWords(error) }),
    );
    if (round === this.round) this.set(came);
  }

  private set(listed: Listed<T>): void {
    this.listed = listed;
    this.changed(listed);
  }
}
