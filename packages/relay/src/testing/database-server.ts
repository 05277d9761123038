import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, type SocketAddress } from '../database/embedded.js';
import { migrate } from '../store/migrate.js';
import { Pool } from '../store/pool.js';

/** What every test's database is copied from. */
export const TEMPLATE = 'template_of_tests';

/** Has a server do something that concerns no database of its own. */
export async function ask(address: SocketAddress, statement: string): Promise<void> {
  const pool = new Pool(address, 1);
  try {
    await pool.askOnce(statement);
  } finally {
    await pool.end();
  }
}

/** A server with the template of every test's database; `stop` takes all of it away. */
export async function serveDatabases(): Promise<{ readonly address: SocketAddress; readonly stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-test-'));
  // As root the server runs as another user, to whom mkdtemp's folder is closed. What a test saves need not survive the machine.
  await chmod(folder, 0o755);
  const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '200' };
  const database = await startEmbedded(folder, { settings });
  await ask(database.address, `create database ${TEMPLATE}`);
  const template = new Pool({ ...database.address, database: TEMPLATE }, 1);
  await migrate(template);
  await template.end();
  return {
    address: database.address,
    async stop() {
      await database.stop();
      for (const place of new Set([folder, database.folder])) await rm(place, { recursive: true, force: true });
    },
  };
}
