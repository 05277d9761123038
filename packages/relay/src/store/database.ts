import pg from 'pg';
import { BatchingSocket } from './batching-socket.js';
import { ConnectionError } from './faults.js';

/** Where a database is: `postgres://user:password@host/name`, or the folder of a server's Unix socket. */
export type DatabaseAddress =
  string | { readonly socketFolder: string; readonly user: string; readonly password: string; readonly database: string };

/** What may stand for a parameter of a statement. */
export type Parameter = string | number | boolean | null | readonly string[] | readonly (number | null)[];

/** Somebody to ask: one connection, or any of a pool. Where the database cannot be reached, everything rejects with a ConnectionError. */
export interface Asker {
  /** Runs a statement that is prepared once a connection. */
  ask<T extends object>(statement: string, parameters?: readonly Parameter[]): Promise<T[]>;
  /** Runs a statement that is planned for its parameters; without any, several at once. */
  askOnce<T extends object>(statement: string, parameters?: readonly Parameter[]): Promise<T[]>;
}

/** 64-bit integers as numbers: moments and counts stay far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 && format !== 'binary' ? Number : (pg.types.getTypeParser(oid, format) as unknown),
};

/** How long to wait for a server, or for a connection that others use, ms. */
const PATIENCE = 5_000;

/** How a client reaches a database. */
export interface Session {
  /** How long a statement may take before it is given up, ms; by the server, and should that be silent, soon after by ourselves. */
  readonly statementTimeout?: number;
  /** Settings of PostgreSQL for the session. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** What the driver is told. */
export function clientConfig(address: DatabaseAddress, { statementTimeout, settings = {} }: Session): pg.ClientConfig {
  const where =
    typeof address === 'string'
      ? { connectionString: address }
      : { host: address.socketFolder, port: 5432, user: address.user, password: address.password, database: address.database };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const limits = statementTimeout === undefined ? {} : { statement_timeout: statementTimeout, query_timeout: 1.2 * statementTimeout };
  return {
    ...where,
    ...limits,
    types,
    stream: () => new BatchingSocket(),
    options: options.join(' '),
    application_name: 'deskbell',
    keepAlive: true,
    connectionTimeoutMillis: PATIENCE,
  };
}

const names = new Map<string, string>();

function nameOf(statement: string): string {
  const known = names.get(statement);
  if (known !== undefined) return known;
  const name = `deskbell_${String(names.size + 1)}`;
  names.set(statement, name);
  return name;
}

async function query<T extends object>(client: pg.ClientBase | pg.Pool, config: pg.QueryConfig): Promise<T[]> {
  try {
    const result = await client.query<T>(config);
    return result.rows;
  } catch (error) {
    // The server's own errors have a code that says what they are; whatever else comes of a query comes of the way to the server.
    if (error instanceof pg.DatabaseError) throw error;
    throw new ConnectionError(error);
  }
}

/** Asks over a client, or over any of a pool's. */
export const askerOf = (client: pg.ClientBase | pg.Pool): Asker => ({
  ask: (text, values = []) => query(client, { name: nameOf(text), text, values: [...values] }),
  askOnce: (text, values = []) => query(client, values.length === 0 ? { text } : { text, values: [...values] }),
});
