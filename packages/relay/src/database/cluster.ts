import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MAJOR, type Binaries } from './binaries.js';
import { DataFolderError, codeOf } from './data-folder-error.js';
import type { Place } from './place.js';

const run = promisify(execFile);

/** The database's only user. */
export const USER = 'deskbell';

const broken = (place: Place, what: string): DataFolderError =>
  new DataFolderError(
    `The database in ${place.folder} is broken: ${what}. Put back a copy of the folder, or move it away; Deskbell then starts with an empty one.`,
  );

async function initialise(place: Place, binaries: Binaries): Promise<void> {
  const unfinished = `${place.cluster}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(place.password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const { uid, gid } = place.account;
  if (uid !== undefined && gid !== undefined) await chown(place.password, uid, gid);
  const flags = [
    `--pgdata=${unfinished}`,
    `--username=${USER}`,
    `--pwfile=${place.password}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--auth-local=scram-sha-256',
    '--auth-host=scram-sha-256',
  ];
  try {
    await run(binaries.initdb, flags, { ...place.account, cwd: place.folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').slice(-3).join(' ') : String(error);
    throw new DataFolderError(
      `A database could not be made in ${place.folder}: ${said}. Choose another folder with DESKBELL_DATA, or give the address of a PostgreSQL with DATABASE_URL.`,
      { cause: error },
    );
  }
  // Whole or not at all: what is called `cluster` was finished.
  await rename(unfinished, place.cluster);
}

/** Sees to it that there is a cluster of this server's version. Throws a DataFolderError for one that is broken or of another version. Returns the password. */
export async function needCluster(place: Place, binaries: Binaries): Promise<string> {
  const entries = await readdir(place.cluster).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw broken(place, `${place.cluster} cannot be read (${String(codeOf(error))})`);
  });
  if (!entries) await initialise(place, binaries);
  const version = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) throw broken(place, 'it has no version');
  if (version.trim() !== MAJOR) {
    throw new DataFolderError(
      `The database in ${place.folder} was made by PostgreSQL ${version.trim()}; this Deskbell has ${MAJOR}. Start the Deskbell that made it and copy the data over (pg_dump), or choose another folder with DESKBELL_DATA.`,
    );
  }
  const password = await readFile(place.password, 'utf8').catch(() => '');
  if (password === '') throw broken(place, `its password (${place.password}) is missing`);
  return password;
}
