import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after } from 'node:test';
import { openNetwork, type Network } from './network.js';
import { temporaryFolder } from './temporary-folder.js';

/** The demo as `npm start` runs it, in a process of its own on a temporary data folder, reached through networks that can be cut. */
export interface Demo {
  /** How customers reach it. */
  readonly shop: Network;
  /** How agents reach it. */
  readonly desk: Network;
  /** Of this machine, past the networks. */
  readonly port: number;
  /** Everything it said since it was started. */
  said(): string;
  /** Ends it as a crash would: kill -9. */
  kill(): Promise<void>;
  /** Ends it as Ctrl+C does. */
  stop(): Promise<void>;
  /** Starts it again after `kill` or `stop`, on the same data. */
  start(): Promise<void>;
}

export interface DemoSettings {
  /** Ways to it that it shares with other relays: the test leads them. Its own, which lead to it, when left out. */
  readonly networks?: { readonly shop: Network; readonly desk: Network };
  /** What joins it to other relays on the same database. */
  readonly natsUrl?: string;
  /** A database of the test's own, so that the relay can be killed without it; the demo's built-in one when left out. */
  readonly databaseUrl?: string;
  /** What writes for agents; nothing when left out. */
  readonly model?: { readonly endpoint: string };
  /** What else is in its environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** How long agents' tokens last, in seconds. */
  readonly tokenSeconds?: number;
}

/** What runs, and everything it said. */
interface Running {
  readonly child: ChildProcess;
  readonly said: () => string;
}

const launch = (env: NodeJS.ProcessEnv): Running => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=deskbell-source', 'demo/main.ts'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  return { child, said: () => said };
};

/** Waits for the address that the demo prints when it is ready; its port. */
async function portOf({ child, said }: Running): Promise<number> {
  for (;;) {
    const port = /http:\/\/localhost:(\d+)\/shop/.exec(said())?.[1];
    if (port) return Number(port);
    if (child.exitCode !== null) throw new Error(`The demo ended:\n${said()}`);
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')]);
  }
}

async function end(running: Running | undefined, signal: NodeJS.Signals): Promise<void> {
  if (running?.child.exitCode !== null || running.child.signalCode !== null) return;
  const exit = once(running.child, 'exit');
  running.child.kill(signal);
  await exit;
}

/** Runs a demo that is expected to end by itself before it is ready, and tells how it went. */
export async function runDemo(env: NodeJS.ProcessEnv): Promise<{ code: number | null; said: string }> {
  const running = launch(env);
  const started = await portOf(running).then(
    () => true,
    () => false,
  );
  if (started) await end(running, 'SIGINT');
  else if (running.child.stdout?.readable) await once(running.child, 'close');
  return { code: started ? null : running.child.exitCode, said: running.said() };
}

/** Starts the demo, which ends after the tests of the file. */
export async function testDemo({ databaseUrl, natsUrl, networks, model, env, tokenSeconds }: DemoSettings = {}): Promise<Demo> {
  const folder = temporaryFolder();
  const { shop, desk } = networks ?? { shop: await openNetwork(), desk: await openNetwork() };
  let running: Running | undefined;
  let port = 0;
  const demo: Demo = {
    shop,
    desk,
    get port() {
      return port;
    },
    said: () => running?.said() ?? '',
    async start() {
      running = launch({
        PORT: '0',
        DESKBELL_DATA: join(folder, 'data'),
        DEMO_ORIGINS: `${shop.url},${desk.url}`,
        ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
        ...(natsUrl === undefined ? {} : { NATS_URL: natsUrl, DESKBELL_SECRET: 'a secret that the relays of a test share' }),
        // Nor anybody's own: what runs the tests may have one.
        AI_ENDPOINT: model?.endpoint ?? '',
        AI_MODEL: model ? 'small' : '',
        AI_KEY: '',
        ...env,
        ...(tokenSeconds === undefined ? {} : { DEMO_TOKEN_SECONDS: String(tokenSeconds) }),
      });
      port = await portOf(running);
      if (!networks) for (const network of [shop, desk]) network.lead(port);
    },
    kill: () => end(running, 'SIGKILL'),
    stop: () => end(running, 'SIGINT'),
  };
  await demo.start();
  after(async () => {
    await demo.stop();
    await Promise.all([shop.close(), desk.close()]);
  });
  return demo;
}
