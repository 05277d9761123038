import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@deskbell/relay/database/embedded.js';
import { openPostgresStore } from '@deskbell/relay/store/postgres-store.js';
import type { Store } from '@deskbell/relay/store/store.js';

/** A PostgreSQL of the bench's own, in a folder that goes with it. */
export interface BenchDatabase {
  /** For relays in other processes; over a Unix socket, as the built-in one always is. */
  readonly url: string;
  /** For what has to be there before anything is measured. */
  readonly store: Store;
  stop(): Promise<void>;
}

export async function startDatabase(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-bench-'));
  const embedded = await startEmbedded(join(folder, 'data'));
  const { user, password, socketFolder, database } = embedded.address;
  const store = await openPostgresStore({ address: embedded.address });
  return {
    url: `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(socketFolder)}:5432/${database}`,
    store,
    async stop() {
      await store.close();
      await embedded.stop();
      for (const place of new Set([folder, embedded.folder])) rmSync(place, { recursive: true, force: true });
    },
  };
}
