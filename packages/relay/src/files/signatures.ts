import { createHmac, timingSafeEqual } from 'node:crypto';
import { RelayError } from '@deskbell/protocol/refusals.js';

/** What an address says: plain words, in the order in which they are signed. */
type Said = Readonly<Record<string, string>>;

/** Signs addresses of the relay's own, so that each is good for one thing, for one reader, for some time. */
export class Signatures {
  readonly #key: Buffer;
  readonly #now: () => number;

  /** @param secret - The relay's; what is signed here is good for nothing else that it signs. */
  constructor(secret: string, now: () => number) {
    this.#key = createHmac('sha256', secret).update('deskbell files').digest();
    this.#now = now;
  }

  /** The query of an address. `what` says what for: nothing that was signed for one thing is good for another. */
  sign(what: readonly string[], said: Said): string {
    return String(new URLSearchParams({ ...said, signature: this.#of(what, said) }));
  }

  /** What an address says. Throws `not-found` where it was not signed for this, or has ended. */
  check(what: readonly string[], { signature = '', ...said }: Said): Said {
    const [given, ours] = [Buffer.from(signature), Buffer.from(this.#of(what, said))];
    const isOurs = given.length === ours.length && timingSafeEqual(given, ours);
    if (!isOurs || !(Number(said.until) > this.#now())) throw new RelayError('not-found', 'the address has ended; ask for a new one');
    return said;
  }

  #of(what: readonly string[], said: Said): string {
    const sorted = Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1));
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([what, sorted]))
      .digest('base64url');
  }
}
