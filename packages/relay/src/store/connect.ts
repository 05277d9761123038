import postgres from 'postgres';

/** Where a database is: `postgres://user:password@host/name`, or the folder of a server's Unix socket. */
export type DatabaseAddress =
  string | { readonly socketFolder: string; readonly user: string; readonly password: string; readonly database: string };

/** A 64-bit integer as a number: moments and counts stay far below 2^53. */
const bigint = { to: 20, from: [20], serialize: String, parse: Number } satisfies postgres.PostgresType<number>;

/** Seconds to wait for a server to answer, and at the most between two attempts to reach it. */
const PATIENCE = 5;
const LONGEST_PAUSE = 1;

/** A pool of at most `max` connections, opened when they are needed and again when they were lost. `settings` are those of its sessions. */
export function connect(address: DatabaseAddress, max: number, settings: Record<string, string> = {}): postgres.Sql {
  const options = {
    max,
    types: { bigint },
    onnotice: () => undefined,
    connect_timeout: PATIENCE,
    backoff: (tries: number) => Math.min(LONGEST_PAUSE, 0.05 * 2 ** tries),
    connection: { application_name: 'deskbell', ...settings },
  };
  if (typeof address === 'string') return postgres(address, options);
  const { socketFolder, ...who } = address;
  return postgres({ ...options, ...who, path: `${socketFolder}/.s.PGSQL.5432` });
}
