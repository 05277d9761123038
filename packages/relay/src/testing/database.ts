import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import postgres from 'postgres';
import { startEmbedded, type EmbeddedDatabase } from '../database/embedded.js';
import { openPostgresStore, type PostgresOptions } from '../store/postgres-store.js';

type Address = Exclude<PostgresOptions['address'], string>;

interface Server {
  readonly database: EmbeddedDatabase;
  readonly folder: string;
  count: number;
}

let shared: Promise<Server> | undefined;

// At the root of the file that imports this, so after its last test; inside a test it would be after that one.
after(async () => {
  if (!shared) return;
  const { database, folder } = await shared;
  await database.stop();
  for (const place of new Set([folder, database.folder])) rmSync(place, { recursive: true, force: true });
});

/** One server a process, started by the first test that asks and ended after the last. */
async function server(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-test-'));
  chmodSync(folder, 0o755);
  const database = await startEmbedded(folder);
  await inside(database.address, (sql) => sql`create database template`);
  const store = await openPostgresStore({ address: { ...database.address, database: 'template' } });
  await store.close();
  return { database, folder, count: 0 };
}

async function inside(address: Address, run: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres({
    path: `${address.socketFolder}/.s.PGSQL.5432`,
    user: address.user,
    database: address.database,
    max: 1,
    onnotice: () => undefined,
  } as never);
  await run(sql);
  await sql.end();
}

/** A fresh, migrated database on the real server; give it to `openPostgresStore`. */
export async function testDatabase(): Promise<Address> {
  shared ??= server();
  const running = await shared;
  running.count += 1;
  const database = `test_${String(running.count)}`;
  await inside(running.database.address, (sql) => sql`create database ${sql(database)} template template`);
  return { ...running.database.address, database };
}
