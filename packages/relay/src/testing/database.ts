import { after } from 'node:test';
import type { SocketAddress } from '../database/embedded.js';
import { ask, serveDatabases, TEMPLATE } from './database-server.js';

interface Shared {
  readonly address: SocketAddress;
  /** Leaves as much behind as there was before. */
  readonly leave: () => Promise<void>;
}

let shared: Promise<Shared> | undefined;
const made: string[] = [];

/** Where the run says which server serves all its tests. */
const SERVED = 'DESKBELL_TEST_DATABASES';

// At the root of the file that imports this, so after its last test.
after(async () => {
  await (await shared)?.leave();
});

/** The server of the whole run where there is one, else one of this process's own; started by the first test that asks and left after the last. */
async function startShared(): Promise<Shared> {
  const served = process.env[SERVED];
  if (served === undefined) {
    const { address, stop } = await serveDatabases();
    return { address, leave: stop };
  }
  const address = JSON.parse(served) as SocketAddress;
  return {
    address,
    leave: async () => {
      for (const name of made) await ask(address, `drop database if exists ${name} with (force)`);
    },
  };
}

async function makeDatabase(template: string): Promise<SocketAddress> {
  const { address } = await (shared ??= startShared());
  const name = `test_${String(process.pid)}_${String(made.length + 1)}`;
  made.push(name);
  await ask(address, `create database ${name} template ${template}`);
  return { ...address, database: name };
}

/** A fresh, migrated database on a real server; give it to `openPostgresStore`. */
export const testDatabase = (): Promise<SocketAddress> => makeDatabase(TEMPLATE);

/** A database without any tables. */
export const emptyDatabase = (): Promise<SocketAddress> => makeDatabase('template0');
