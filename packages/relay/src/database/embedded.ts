import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderError } from './data-folder-error.js';
import { programsFolder, runProgram } from './programs.js';
import { reach, type Reach } from './reach.js';

/** The longest path of a Unix socket that every system takes, less the name of the socket itself. */
const MAX_SOCKET_FOLDER = 88;

/** The built-in PostgreSQL, running. Nothing listens on the network: it is reached by a Unix socket in a folder of its own. */
export interface EmbeddedDatabase {
  readonly address: { readonly socketFolder: string; readonly user: string; readonly database: string };
  /** The folder the data is in, which as root may be another than the one asked for. */
  readonly folder: string;
  readonly moved: boolean;
  /** The server's process id, as it is now. */
  pid(): number | undefined;
  /** Ends the server and lets the folder go. Safe to call twice. */
  stop(): Promise<void>;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The first line of a pid file; undefined where there is none. */
const readPid = (file: string): number | undefined => {
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
};

/** Takes the folder for this process; throws where another one that lives has it. */
function takeFolder(folder: string): string {
  const lock = join(folder, 'relay.pid');
  try {
    mkdirSync(folder, { recursive: true });
    const holder = readPid(lock);
    if (holder !== undefined && holder !== process.pid && isAlive(holder)) {
      throw new DataFolderError(
        `The data folder ${folder} is in use by process ${String(holder)}. End that one, or set DESKBELL_DATA to another folder.`,
      );
    }
    writeFileSync(lock, String(process.pid));
  } catch (error) {
    if (error instanceof DataFolderError) throw error;
    throw new DataFolderError(
      `The data folder ${folder} cannot be written (${(error as Error).message}). Give this user the right to, or set DESKBELL_DATA to another folder.`,
    );
  }
  return lock;
}

async function initialise({ folder, native, as }: Reach, data: string): Promise<void> {
  if (existsSync(join(data, 'PG_VERSION'))) {
    const [major, ours] = [readFileSync(join(data, 'PG_VERSION'), 'utf8').trim(), '18'];
    if (major !== ours)
      throw new DataFolderError(
        `The data in ${folder} is of PostgreSQL ${major}, the built-in one is ${ours}. Move it with pg_upgrade, or set DESKBELL_DATA to another folder.`,
      );
    return;
  }
  if (existsSync(data) && readdirSync(data).length > 0) {
    throw new DataFolderError(`${data} has files in it that are not a database. Move them away, or set DESKBELL_DATA to another folder.`);
  }
  await runProgram(
    native,
    'initdb',
    ['-D', data, '-U', 'deskbell', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions'],
    as,
  );
}

/** What a server that would not start said last. */
const lastWords = (log: string): string =>
  existsSync(log)
    ? readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => /FATAL|PANIC|ERROR/.test(line))
        .slice(-2)
        .join(' ')
    : '';

/**
 * Starts the built-in PostgreSQL on a folder, made at the first start. A server that a killed relay left behind is ended first. Throws a
 * {@link DataFolderError} where the folder cannot be used.
 */
export async function startEmbedded(wanted: string, flags: readonly string[] = []): Promise<EmbeddedDatabase> {
  const place = reach(wanted, programsFolder());
  const { folder, native, as, moved } = place;
  const lock = takeFolder(folder);
  const data = join(folder, 'postgres');
  const sockets = join(folder, 'socket');
  const log = join(data, 'server.log');
  const stop = async (): Promise<void> => {
    if (readPid(join(data, 'postmaster.pid')) !== undefined)
      await runProgram(native, 'pg_ctl', ['stop', '-D', data, '-m', 'fast', '-w', '-s'], as).catch(() => undefined);
    if (readPid(lock) === process.pid) rmSync(lock, { force: true });
  };
  try {
    if (sockets.length > MAX_SOCKET_FOLDER)
      throw new DataFolderError(`The path ${sockets} is too long for a Unix socket. Set DESKBELL_DATA to a shorter one.`);
    mkdirSync(sockets, { recursive: true, mode: 0o700 });
    await initialise(place, data);
    const left = readPid(join(data, 'postmaster.pid'));
    if (left !== undefined && isAlive(left))
      await runProgram(native, 'pg_ctl', ['stop', '-D', data, '-m', 'fast', '-w', '-s'], as).catch(() => undefined);
    const options = [
      "-c listen_addresses=''",
      `-c unix_socket_directories='${sockets}'`,
      '-c unix_socket_permissions=0700',
      '-c max_connections=60',
      '-c fsync=on',
      ...flags,
    ].join(' ');
    await runProgram(native, 'pg_ctl', ['start', '-D', data, '-l', log, '-w', '-s', '-t', '60', '-o', options], as);
  } catch (error) {
    await stop();
    if (error instanceof DataFolderError) throw error;
    const said = lastWords(log) || (error as Error).message.split('\n').slice(0, 3).join(' ');
    throw new DataFolderError(
      `The database in ${folder} does not start: ${said} Mend it, restore a backup, or set DESKBELL_DATA to another folder.`,
    );
  }
  return {
    address: { socketFolder: sockets, user: 'deskbell', database: 'postgres' },
    folder,
    moved,
    pid: () => readPid(join(data, 'postmaster.pid')),
    stop,
  };
}
