import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DataFolderError } from './data-folder-error.js';
import type { RunsAs } from './programs.js';

const USER = 'deskbell';

/** Where the database lives, as whom it runs, and with which programs. */
export interface Reach {
  readonly folder: string;
  readonly native: string;
  readonly as: RunsAs;
  /** Whether the folder is another than the one that was asked for. */
  readonly moved: boolean;
}

const OTHERS_MAY_PASS = 0o001;

/** Whether a user with no rights of their own gets through every folder above. */
const isReachable = (path: string): boolean => {
  const above = dirname(path);
  if (above === path) return true;
  if (existsSync(above) && (statSync(above).mode & OTHERS_MAY_PASS) === 0) return false;
  return isReachable(above);
};

const idOf = (flag: '-u' | '-g'): number =>
  Number(execFileSync('id', [flag, USER], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim());

const databaseUser = (): { uid: number; gid: number } => {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', USER], { stdio: 'ignore' });
      return { uid: idOf('-u'), gid: idOf('-g') };
    } catch {
      throw new DataFolderError(
        `PostgreSQL refuses to run as root, and the user "${USER}" could not be made. Start Deskbell as another user, or set DATABASE_URL.`,
      );
    }
  }
};

/**
 * Finds a place that the database's user can reach. As an ordinary user that is the folder asked for. As root the server runs as a user of
 * its own; where that user cannot get to the folder, or to the programs, both go below /var/lib.
 */
export function reach(wanted: string, native: string): Reach {
  const folder = resolve(wanted);
  if (process.getuid?.() !== 0) return { folder, native, as: {}, moved: false };
  const as = databaseUser();
  const elsewhere = join('/var/lib', `deskbell-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
  const chosen = isReachable(join(folder, 'postgres')) ? folder : elsewhere;
  mkdirSync(chosen, { recursive: true, mode: 0o755 });
  for (const part of ['postgres', 'socket']) {
    mkdirSync(join(chosen, part), { recursive: true, mode: 0o700 });
    chownSync(join(chosen, part), as.uid, as.gid);
  }
  if (isReachable(join(native, 'bin', 'postgres'))) return { folder: chosen, native, as, moved: chosen !== folder };
  const copy = join(elsewhere, 'native');
  if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return { folder: chosen, native: copy, as, moved: chosen !== folder };
}
