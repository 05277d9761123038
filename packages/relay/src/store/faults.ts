import { RelayError } from '@deskbell/protocol/refusals.js';

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** How long a client waits before it tries again when the database is away, ms. */
const RETRY_AFTER = 1_000;

// https://www.postgresql.org/docs/current/errcodes-appendix.html: class 08 is the connection, 57P the server going or coming; the rest are the driver's and the system's own.
const AWAY = /^(08|57P0|53300|CONNECTION_|CONNECT_TIMEOUT|ECONN|ENOENT|EPIPE|ETIMEDOUT)/;

/** What a caller gets for an error of the driver: `unavailable` where the database is away, the error itself where it is a fault of ours. */
export const translate = (error: unknown): unknown =>
  AWAY.test(codeOf(error))
    ? new RelayError('unavailable', 'The database cannot be reached. Nothing was saved; send the same again.', { retryAfter: RETRY_AFTER })
    : error;

/** Two relays were in each other's way; the same again will do. */
export const isRace = (error: unknown): boolean => ['40001', '40P01', '23505'].includes(codeOf(error));

/** Whether an error is the violation of one certain unique index. */
export const violates = (error: unknown, index: string): boolean =>
  codeOf(error) === '23505' && typeof error === 'object' && error !== null && 'constraint_name' in error && error.constraint_name === index;

const ATTEMPTS = 10;

/** Does something again while it loses races, and says `unavailable` where the database is away. */
export async function attempt<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (!isRace(error) || tries === ATTEMPTS) throw translate(error);
    }
  }
}
