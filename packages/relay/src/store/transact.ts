import type postgres from 'postgres';
import { attempt } from './faults.js';

/** Runs statements in one transaction, again while it loses races. (The driver's own type for what comes back only fits arrays of promises.) */
export const transact = <T>(sql: postgres.Sql, run: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> =>
  attempt(async () => (await sql.begin(run)) as T);
