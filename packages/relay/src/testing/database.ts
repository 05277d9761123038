import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { startEmbedded, type EmbeddedDatabase, type SocketAddress } from '../database/embedded.js';
import { migrate } from '../store/migrate.js';
import { Pool } from '../store/pool.js';

interface Shared {
  readonly database: EmbeddedDatabase;
  readonly folder: string;
}

let shared: Promise<Shared> | undefined;
let made = 0;

const TEMPLATE = 'template_of_tests';

// At the root of the file that imports this, so after its last test.
after(async () => {
  if (!shared) return;
  const { database, folder } = await shared;
  await database.stop();
  for (const place of new Set([folder, database.folder])) await rm(place, { recursive: true, force: true });
});

async function ask(address: SocketAddress, statement: string): Promise<void> {
  const pool = new Pool(address, 1);
  try {
    await pool.askOnce(statement);
  } finally {
    await pool.end();
  }
}

/** One server a process, started by the first test that asks and ended after the last. */
async function startShared(): Promise<Shared> {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-test-'));
  // As root the server runs as another user, to whom mkdtemp's folder is closed. What a test saves need not survive the machine.
  await chmod(folder, 0o755);
  const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '200' };
  const database = await startEmbedded(folder, { settings });
  await ask(database.address, `create database ${TEMPLATE}`);
  const template = new Pool({ ...database.address, database: TEMPLATE }, 1);
  await migrate(template);
  await template.end();
  return { database, folder };
}

async function makeDatabase(template: string): Promise<SocketAddress> {
  const { database } = await (shared ??= startShared());
  made += 1;
  const name = `test_${String(made)}`;
  await ask(database.address, `create database ${name} template ${template}`);
  return { ...database.address, database: name };
}

/** A fresh, migrated database on a real server; give it to `openPostgresStore`. */
export const testDatabase = (): Promise<SocketAddress> => makeDatabase(TEMPLATE);

/** A database without any tables. */
export const emptyDatabase = (): Promise<SocketAddress> => makeDatabase('template0');
