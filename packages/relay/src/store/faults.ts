import { RelayError } from '@deskbell/protocol/refusals.js';

/** The code of an error of the database, the driver or the system; empty for any other. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The way to the database is broken. `code` is the system's where it has one (`ECONNREFUSED`). */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  readonly code: string;

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.code = codeOf(cause) || 'lost';
  }
}

/** How long a client waits before it tries again when the database is away, ms. */
const RETRY_AFTER = 1_000;

// https://www.postgresql.org/docs/current/errcodes-appendix.html: class 08 is the connection, 25006 a replica that was to be the primary, 53
// want of disk, memory or connections, 57 the server going, coming or hanging.
const AWAY = /^(08|25006|53|57014|57P0)/;

/** Whether the database cannot be reached or cannot serve at the moment. */
export const isAway = (error: unknown): boolean => error instanceof ConnectionError || AWAY.test(codeOf(error));

/** What a caller gets for an error of the driver: `unavailable` where the database is away, the error itself where it is a fault of ours. */
export const translate = (error: unknown): unknown =>
  isAway(error)
    ? new RelayError('unavailable', 'The database cannot be reached. Send the same again: what was saved is not saved twice.', {
        retryAfter: RETRY_AFTER,
      })
    : error;

/** Two relays were in each other's way; the same again will do. */
export const isRace = (error: unknown): boolean => ['40001', '40P01', '23505'].includes(codeOf(error));

/** Whether an error is the violation of one certain unique index. */
export const violates = (error: unknown, index: string): boolean =>
  codeOf(error) === '23505' && typeof error === 'object' && error !== null && 'constraint' in error && error.constraint === index;

/** Whether a row speaks of another that is not there. */
export const isUnknownReference = (error: unknown): boolean => codeOf(error) === '23503';

/** How often something is tried that loses races. */
export const ATTEMPTS = 10;

/** Does something again while it loses races, and says `unavailable` where the database is away. */
export async function attempt<T>(run: () => Promise<T>, attempts = ATTEMPTS): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (!isRace(error) || tries >= attempts) throw translate(error);
    }
  }
}
