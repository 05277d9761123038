import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The command line of a process; empty where there is none. */
async function commandOf(pid: number): Promise<string> {
  try {
    if (platform() === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
    return (await run('ps', ['-o', 'command=', '-p', String(pid)])).stdout;
  } catch {
    return '';
  }
}

/** Long enough for a shutdown that has a checkpoint to write, ms. */
const PATIENCE = 30_000;

/**
 * Ends a server that outlived the relay which started it (killed together with its watcher), and takes away the mark that it left.
 * Only for who holds the folder's lock. A process that merely got the same number is not touched.
 */
export async function endOrphan(cluster: string): Promise<void> {
  const mark = join(cluster, 'postmaster.pid');
  const pid = Number((await readFile(mark, 'utf8').catch(() => '')).split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  const isServer = async (): Promise<boolean> => {
    const command = await commandOf(pid);
    return command.includes(`/postgres -D ${cluster} `) && !command.startsWith('/bin/sh');
  };
  const begun = performance.now();
  for (let tries = 0; await isServer(); tries += 1) {
    // SIGINT asks for a quick but clean end; who does not hear it is ended the hard way, which costs a recovery and no data.
    if (tries === 0) process.kill(pid, 'SIGINT');
    else if (performance.now() - begun > PATIENCE) process.kill(pid, 'SIGQUIT');
    await pause(50);
  }
  // The number may be somebody else's by now, and PostgreSQL would take that one for its own.
  await rm(mark, { force: true });
}
