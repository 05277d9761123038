import { after } from 'node:test';
import { startEmbedded, type EmbeddedDatabase } from '../packages/relay/src/database/embedded.js';
import { freePort } from './free-port.js';
import { temporaryFolder } from './temporary-folder.js';

/** A PostgreSQL of the test's own, that relays reach over the network, and that can go away and come back without them. */
export interface TestDatabase {
  readonly url: string;
  /** Where everything of it is on the disk. */
  readonly folder: string;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Starts a database, which ends after the tests of the file. */
export async function testDatabase(): Promise<TestDatabase> {
  const folder = temporaryFolder();
  const port = String(await freePort());
  let running: EmbeddedDatabase;
  const start = async (): Promise<void> => {
    running = await startEmbedded(folder, { settings: { listen_addresses: '127.0.0.1', port } });
  };
  await start();
  after(() => running.stop());
  const { user, password, database } = running!.address;
  const url = `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  return { url, folder: running!.folder, start, stop: () => running.stop() };
}
