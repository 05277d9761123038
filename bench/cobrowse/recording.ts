/** What a page of this bench puts on `window` besides what its page can do: one recorder behind one face. */
export interface Recording {
  /** Resolves once the whole page was written. */
  start(): Promise<void>;
  /** Bytes so far, as they are written and after one deflate context with a flush for each send. */
  bytes(): { readonly raw: number; readonly packed: number };
  /** How often something was sent. */
  sent(): number;
}

export interface BenchPage {
  readonly recording: Recording;
  tick(): void;
  burst(): void;
  stamp(text: string): void;
  gc(): void;
}

/** Where a recorder's page tells the page of the agent's side what happens. */
export const LINE = 'deskbell-bench';
