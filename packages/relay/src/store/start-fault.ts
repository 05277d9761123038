import { StartError } from '../start-error.js';
import type { DatabaseAddress } from './database.js';
import { codeOf, isAway } from './faults.js';

/** The address without its password, as it may stand in a log. */
function shown(address: DatabaseAddress): string {
  if (typeof address !== 'string') return address.socketFolder;
  try {
    const { host, pathname } = new URL(address);
    return `${host}${pathname}`;
  } catch {
    return 'that address';
  }
}

/** What the server says of who asks, by its codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const REASONS: Record<string, string> = {
  '28P01': 'the password is wrong',
  '28000': 'this user may not come in',
  '3D000': 'there is no such database',
  '42501': 'this user may not make tables there',
};

/** The sentence for whoever started a relay whose database cannot be used; any other error is given back as it is. */
export function startFault(address: DatabaseAddress, error: unknown): unknown {
  const code = codeOf(error);
  const reason = REASONS[code] ?? (isAway(error) ? `it cannot be reached (${code})` : undefined);
  if (reason === undefined) return error;
  return new StartError(`The database at ${shown(address)} cannot be used: ${reason}. Mend that, or correct DATABASE_URL.`, {
    cause: error,
  });
}
