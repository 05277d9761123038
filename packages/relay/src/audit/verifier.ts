import { beginning, hashOf, startOf } from './chain.js';
import type { AuditHead, AuditLine } from './entry.js';

/** The first thing in a trail that does not fit, and in which line. */
export interface AuditFault {
  readonly n: number;
  readonly why: 'missing' | 'changed' | 'ends early' | 'other head';
}

/** Goes through a workspace's trail from its first line on (VT14). */
export class Verifier {
  readonly #head: AuditHead | undefined;
  #last: AuditHead;

  /** @param head - What was known of the trail before: that line has to be there, with that hash. */
  constructor(workspace: string, head?: AuditHead) {
    this.#head = head;
    this.#last = beginning(workspace);
  }

  /** How far it fits. */
  get last(): AuditHead {
    return this.#last;
  }

  /** Takes the next line; undefined where it fits. */
  take({ n, line, hash }: AuditLine): AuditFault | undefined {
    const next = this.#last.n + 1;
    if (n !== next) return { n: next, why: 'missing' };
    if (!line.startsWith(startOf(n)) || hashOf(this.#last.hash, line) !== hash) return { n, why: 'changed' };
    if (n === this.#head?.n && hash !== this.#head.hash) return { n, why: 'other head' };
    this.#last = { n, hash };
    return undefined;
  }

  /** What is missing behind the last line; undefined where nothing is known to be. */
  end(): AuditFault | undefined {
    return this.#head && this.#last.n < this.#head.n ? { n: this.#last.n + 1, why: 'ends early' } : undefined;
  }
}
