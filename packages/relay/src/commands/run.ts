import { reachEmbedded } from '../database/reach.js';
import { DataFolderError } from '../database/data-folder-error.js';
import { StartError } from '../start-error.js';
import { openPostgresStore } from '../store/postgres-store.js';
import type { Store } from '../store/store.js';

/** What a command gets. */
export interface CommandPlace {
  readonly store: Store;
  /** Where a master key may be kept; undefined with a database of one's own. */
  readonly folder: string | undefined;
}

export const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

/** Runs with the database that the relay of this environment has. */
export async function withStore<T>(run: (place: CommandPlace) => Promise<T>): Promise<T> {
  const { DATABASE_URL: url, DESKBELL_DATA: data } = process.env;
  const database = url ? { address: url, folder: data, stop: () => Promise.resolve() } : await reachEmbedded(data ?? '.deskbell', say);
  try {
    const store = await openPostgresStore({ address: database.address });
    try {
      return await run({ store, folder: database.folder });
    } finally {
      await store.close();
    }
  } finally {
    await database.stop();
  }
}

/** Runs a command to its end; what whoever runs it has to mend is a sentence. */
export function command(run: () => Promise<boolean>): void {
  run().then(
    (isWell) => (process.exitCode = isWell ? 0 : 1),
    (fault: unknown) => {
      process.exitCode = 1;
      const isExpected = fault instanceof StartError || fault instanceof DataFolderError;
      process.stderr.write(`${isExpected ? fault.message : String((fault as Error).stack ?? fault)}\n`);
    },
  );
}
