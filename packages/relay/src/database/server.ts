import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Binaries } from './binaries.js';
import { DataFolderError } from './data-folder-error.js';
import type { Place } from './place.js';

/**
 * The server takes the shell's place. A watcher beside it reads a pipe from the relay: when the relay ends without a word, killed or
 * crashed, the pipe closes and the watcher ends the server, so that nothing is left behind. The server has a session of its own:
 * Ctrl+C reaches the relay alone, which still has messages to save.
 */
const SCRIPT = `
exec 3<&0 </dev/null
( ( read -r _ <&3 || kill -INT "$$" ) >/dev/null 2>&1 & )
exec "$@" 3<&-`;

/** What the server is told beside its defaults. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  // Chat is many small statements: compiling them costs more than it saves.
  jit: 'off',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  // Nobody copies the log, so it need not hold what a copy needs.
  wal_level: 'minimal',
  max_wal_senders: '0',
  // What people wrote never enters a log: neither statements nor the keys in an error's detail.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  lc_messages: 'C',
};

const READY = 'database system is ready to accept connections';

/** How many of the server's last lines are kept for the sentence about its end. */
const KEPT = 6;

/** A running server. */
export class Server {
  readonly #child: ChildProcess;
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>;

  constructor(child: ChildProcess) {
    this.#child = child;
    this.ended = new Promise((resolve) => child.once('exit', () => resolve()));
    // A word before the end of the pipe: the watcher goes without touching a number that may be somebody else's by then.
    void this.ended.then(() => child.stdin?.end('ended\n'));
    child.stdin?.on('error', () => undefined);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Ends the server cleanly: connections are cut, what was committed is on the disk. */
  async stop(): Promise<void> {
    this.#child.kill('SIGINT');
    await this.ended;
  }
}

/** Starts the server on a cluster and waits until it takes connections. Throws a DataFolderError with its last words where it does not come up. */
export async function startServer(place: Place, { postgres }: Binaries, extra: Record<string, string>): Promise<Server> {
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: place.run, ...extra });
  const args = ['-D', place.cluster, '-p', '5432', ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const child = spawn('/bin/sh', ['-c', SCRIPT, 'deskbell-postgres', postgres, ...args], {
    ...place.account,
    cwd: place.folder,
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  });
  const server = new Server(child);
  const last: string[] = [];
  const lines = createInterface({ input: child.stderr });
  const isReady = await new Promise<boolean>((resolve, reject) => {
    child.once('error', reject);
    void server.ended.then(() => resolve(false));
    lines.on('line', (line) => {
      last.push(line);
      if (last.length > KEPT) last.shift();
      if (line.includes(READY)) resolve(true);
    });
  });
  if (isReady) return server;
  throw new DataFolderError(
    `The database in ${place.folder} does not start. PostgreSQL says: ${last.join(' | ')}. Put back a copy of the folder, or move it away; Deskbell then starts with an empty one.`,
  );
}
