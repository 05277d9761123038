import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { CODE_DIGITS } from '@deskbell/protocol/cobrowse.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { SignJWT, decodeJwt, jwtVerify } from 'jose';
import * as v from 'valibot';

// Tells a ticket apart from a customer's token, which the same secret signs.
const AUDIENCE = 'deskbell-cobrowse';

const claims = v.object({ session: v.pipe(v.string(), v.uuid()), workspace: v.string(), site: v.string() });

/** What a ticket opens: the customer's side of one session, on the pages of one site. */
export type Ticket = v.InferOutput<typeof claims>;

/** What is secret about co-browse: codes, which are kept as HMACs only; passes, as hashes; and the tickets that customers' browsers keep. */
export class CobrowseSecrets {
  readonly #secret: Uint8Array;
  readonly #now: () => number;

  constructor(secret: string, now: () => number) {
    this.#secret = new TextEncoder().encode(secret);
    this.#now = now;
  }

  /** Six digits, each as likely as any other. */
  newCode(): string {
    return String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
  }

  /** What a code is kept as: a million of them are tried in a second by whoever has the database, but not without the secret. */
  hashOfCode(workspace: string, code: string): string {
    return this.#keyed('code', workspace, code);
  }

  /** What an address counts as in the limits and the trail, in 16 characters: alike for the same one, and no address. */
  hashOfAddress(workspace: string, address: string): string {
    return this.#keyed('address', workspace, address).slice(0, 16);
  }

  /** A pass, and what it is kept as. */
  newPass(): { readonly pass: string; readonly hash: string } {
    const pass = randomBytes(24).toString('base64url');
    return { pass, hash: this.hashOfPass(pass) };
  }

  /** It is long and random, so that a plain hash says nothing of it. */
  hashOfPass(pass: string): string {
    return createHash('sha256').update(pass).digest('base64url');
  }

  /** @param until - When the session ends at the latest, ms. */
  async ticket(ticket: Ticket, until: number): Promise<string> {
    return new SignJWT(ticket)
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(AUDIENCE)
      .setExpirationTime(Math.ceil(until / 1_000))
      .sign(this.#secret);
  }

  /** Whether a token says that it is a ticket; it may be nobody's. */
  isTicket(token: string): boolean {
    try {
      return decodeJwt(token).aud === AUDIENCE;
    } catch {
      return false;
    }
  }

  /** Throws `unauthorized`, always with the same words. */
  async readTicket(token: string): Promise<Ticket> {
    try {
      const { payload } = await jwtVerify(token, this.#secret, {
        algorithms: ['HS256'],
        audience: AUDIENCE,
        requiredClaims: ['exp'],
        currentDate: new Date(this.#now()),
      });
      return v.parse(claims, payload);
    } catch {
      throw new RelayError('unauthorized');
    }
  }

  #keyed(...parts: readonly string[]): string {
    return createHmac('sha256', this.#secret)
      .update(['deskbell-cobrowse', ...parts].join('\n'))
      .digest('base64url');
  }
}
