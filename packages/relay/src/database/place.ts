import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, realpath, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { reaches, serverAccount, type Account } from './account.js';
import { refusedFolder } from './data-folder-error.js';

/** Where a built-in database is, and whose. */
export interface Place {
  readonly account: Account;
  /** The data folder, or where it has to be instead. */
  readonly home: string;
  /** Belongs to the account, and is closed to everyone else. */
  readonly folder: string;
  /** What PostgreSQL calls its data directory. */
  readonly cluster: string;
  /** The password of the database's only user. */
  readonly password: string;
  /** The folder of the server's socket and of the lock. */
  readonly run: string;
}

/** The path of a Unix socket is at most 103 bytes on macOS, 107 on Linux; the longest name in the folder is `.s.PGSQL.5432.lock`. */
const LONGEST_RUN_FOLDER = 103 - '/.s.PGSQL.5432.lock'.length;

const shortName = (path: string): string => `deskbell-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`;

async function own(folder: string, { uid, gid }: Account): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
  await chmod(folder, 0o700);
}

/** Where root's own folders are closed to the server's user, the database has to live outside of them. */
async function elsewhere(inside: string, data: string): Promise<string> {
  const folder = join('/var/lib', shortName(data));
  // A sign for people who look for the database; nothing depends on it.
  await symlink(folder, inside).catch(() => undefined);
  return folder;
}

/**
 * Makes the data folder and decides where in it the database lives. Says through `tell` where it has to be somewhere else.
 * Throws a DataFolderError for a folder that cannot be written.
 */
export async function findPlace(dataFolder: string, tell: (sentence: string) => void): Promise<Place> {
  try {
    await mkdir(dataFolder, { recursive: true });
    const data = await realpath(dataFolder);
    const inside = join(data, 'database');
    const account = await serverAccount(join(inside, 'cluster'));
    const isReachable = account.uid === undefined || (await reaches(account, data));
    const folder = isReachable ? inside : await elsewhere(inside, data);
    if (!isReachable) tell(`The database's user cannot reach ${data}, so the database is kept in ${folder}.`);
    await own(folder, account);
    const run = Buffer.byteLength(join(folder, 'run')) <= LONGEST_RUN_FOLDER ? join(folder, 'run') : join(tmpdir(), shortName(folder));
    await own(run, account);
    return {
      account,
      home: isReachable ? resolve(dataFolder) : folder,
      folder,
      cluster: join(folder, 'cluster'),
      password: join(folder, 'password'),
      run,
    };
  } catch (error) {
    throw refusedFolder(dataFolder, error);
  }
}
