import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { DataFolderError } from './data-folder-error.js';

/** The user of the operating system that the database's processes run as; empty for the one that the relay runs as. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

const run = promisify(execFile);

const NAME = 'postgres';

async function lookUp(): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, NAME])).stdout)));
    return uid === undefined || gid === undefined ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

async function create(): Promise<Account> {
  // shadow's tools first, BusyBox's after.
  const commands: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', NAME]],
    ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', NAME]],
  ];
  for (const [command, args] of commands) {
    try {
      await run(command, args);
    } catch {
      continue;
    }
    const made = await lookUp();
    if (made) return made;
  }
  throw new DataFolderError(
    `PostgreSQL does not run as root, and a user "${NAME}" could not be made. Make one (useradd --system ${NAME}), start Deskbell as another user, or give the address of a PostgreSQL with DATABASE_URL.`,
  );
}

/**
 * Who the server runs as. PostgreSQL refuses to run as root: then it is the owner of the cluster that is there already, or the user
 * `postgres`, made where there is none.
 */
export async function serverAccount(cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await lookUp()) ?? (await create());
}

/** Whether the account gets to a path through all the folders above it, and may enter or execute it. */
export async function reaches(account: Account, path: string): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...account, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}
