import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { WorkspaceInput } from '../packages/relay/src/settings/schema/workspace.js';
import { freePort } from './free-port.js';
import { temporaryFolder } from './temporary-folder.js';

/** What the test's ISV and site sign with. */
export const SECRET = 'a secret of thirty-two characters, at least';

export const WORKSPACE = 'harbour';
export const SITE = 'shop';
/** The origin that the test's customers and agents say they come from. */
export const ORIGIN = 'https://shop.example';

/** @param change - What is different in the workspace. */
const settingsWith = (change: Partial<WorkspaceInput>) => ({
  workspaces: [
    {
      id: WORKSPACE,
      name: 'Harbour & Pine',
      agents: { secret: SECRET, origins: [ORIGIN] },
      responseTimeSeconds: 60,
      // It comes a moment after the acceptance, to agents alone: both sides are to have the same to compare.
      ai: { arrival: false },
      queues: [{ id: 'front', name: 'Front desk' }],
      sites: [{ key: SITE, name: 'Harbour & Pine', origins: [ORIGIN], queue: 'front' }],
      ...change,
    },
  ],
});

/** The real relay in a process of its own, that can be killed. */
export interface RelayProcess {
  readonly port: number;
  /** What it wrote into its log of faults of its own. */
  readonly faults: readonly string[];
  /** Whether it is joined to other relays. */
  reachesOthers(): Promise<boolean>;
  /** Resolves when it is ready to serve. */
  start(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** What it says of itself; undefined while it is not ready. */
const readiness = (port: number): Promise<{ otherRelays: string } | undefined> =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    async (response) => (response.ok ? ((await response.json()) as { otherRelays: string }) : undefined),
    () => undefined,
  );

/** Starts a relay on a database, always on the same port, joined to others by a NATS where one is given. Ends with this process. */
export async function relayProcess(databaseUrl: string, natsUrl = '', change: Partial<WorkspaceInput> = {}): Promise<RelayProcess> {
  const port = await freePort();
  const faults: string[] = [];
  const file = join(temporaryFolder(), 'deskbell.json');
  writeFileSync(file, JSON.stringify(settingsWith(change)));
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
    faults,
    kill,
    reachesOthers: async () => (await readiness(port))?.otherRelays === 'reached',
    async start() {
      const env = {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATABASE_URL: databaseUrl,
        NATS_URL: natsUrl,
        DESKBELL_SETTINGS: file,
        DESKBELL_SECRET: SECRET,
        LOG_LEVEL: 'error',
      };
      const args = ['--import', 'tsx', '--conditions=deskbell-source', 'packages/relay/src/main.ts'];
      const started = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
      child = started;
      createInterface(started.stdout).on('line', (line) => faults.push(line));
      while (!(await readiness(port))) {
        if (started.exitCode !== null) throw new Error(`The relay ended with ${started.exitCode}`);
        // Nothing tells when a port begins to answer.
        await wait(50);
      }
    },
  };
  await relay.start();
  return relay;
}
