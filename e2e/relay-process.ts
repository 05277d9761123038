import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.js';
import { temporaryFolder } from './temporary-folder.js';

/** What the test's ISV and site sign with. */
export const SECRET = 'a secret of thirty-two characters, at least';

export const WORKSPACE = 'harbour';
export const SITE = 'shop';
/** The origin that the test's customers and agents say they come from. */
export const ORIGIN = 'https://shop.example';

const settings = {
  workspaces: [
    {
      id: WORKSPACE,
      name: 'Harbour & Pine',
      agents: { secret: SECRET, origins: [ORIGIN] },
      responseTimeSeconds: 60,
      queues: [{ id: 'front', name: 'Front desk' }],
      sites: [{ key: SITE, name: 'Harbour & Pine', origins: [ORIGIN], queue: 'front' }],
    },
  ],
};

/** The real relay in a process of its own, that can be killed. */
export interface RelayProcess {
  readonly port: number;
  /** Resolves when it is ready to serve. */
  start(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Starts a relay on a database, always on the same port, joined to others by a NATS where one is given. Ends with this process. */
export async function relayProcess(databaseUrl: string, natsUrl = ''): Promise<RelayProcess> {
  const port = await freePort();
  const file = join(temporaryFolder(), 'deskbell.json');
  writeFileSync(file, JSON.stringify(settings));
  let child: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  };
  process.once('exit', () => child?.kill('SIGKILL'));
  const relay: RelayProcess = {
    port,
    kill,
    async start() {
      const env = {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATABASE_URL: databaseUrl,
        NATS_URL: natsUrl,
        DESKBELL_SETTINGS: file,
        DESKBELL_SECRET: SECRET,
        LOG_LEVEL: 'fatal',
      };
      child = spawn(process.execPath, ['--import', 'tsx', '--conditions=deskbell-source', 'packages/relay/src/main.ts'], {
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      while (!(await isReady(port))) {
        if (child.exitCode !== null) throw new Error(`The relay ended with ${child.exitCode}`);
        // Nothing tells when a port begins to answer.
        await wait(50);
      }
    },
  };
  await relay.start();
  return relay;
}
