import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keptIn, keptSecret } from '../packages/relay/src/auth/secret.js';
import { DataFolderError } from '../packages/relay/src/database/data-folder-error.js';
import { startEmbedded } from '../packages/relay/src/database/embedded.js';
import { listen } from '../packages/relay/src/listen.js';
import { StartError } from '../packages/relay/src/start-error.js';
import { findNatsServer } from '../scripts/nats-server.mjs';
import { startChild, type Child } from './child.js';
import { createFront } from './front.js';
import { AGENTS } from './people.js';

// What `npm run demo:cluster` runs: the demo on three relays, with one database, one NATS and one address before them.

const { env } = process;
const port = Number(env.PORT ?? 8787);
const RELAYS = [port + 1, port + 2, port + 3];
const DATABASE = port + 4;
const NATS = port + 5;

/** Ends what was started, the last first. */
const endings: (() => Promise<void>)[] = [];
let isEnding = false;

async function end(): Promise<void> {
  isEnding = true;
  for (const ending of endings.splice(0).reverse()) await ending();
}

/** Seconds between two kills; 0 for none. */
function readKill(): number {
  const { values } = parseArgs({ options: { kill: { type: 'string', default: '0' } } });
  if (!/^\d+$/.test(values.kill)) throw new StartError(`--kill takes a number of seconds, not "${values.kill}".`);
  return Number(values.kill);
}

async function startDatabase(): Promise<{ url: string; secret: string; vaultKey: string }> {
  const folder = resolve(env.DESKBELL_DATA ?? '.deskbell');
  const settings = { listen_addresses: '127.0.0.1', port: String(DATABASE) };
  const embedded = await startEmbedded(folder, { settings, tell: (sentence) => console.error(sentence) });
  endings.push(() => embedded.stop());
  const { user, password, database } = embedded.address;
  const url = `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${String(DATABASE)}/${database}`;
  return { url, secret: await keptSecret(embedded.folder), vaultKey: await keptIn(embedded.folder, 'vault-key') };
}

async function startNats(): Promise<void> {
  const program = findNatsServer();
  if (!program) throw new StartError('Many relays need NATS: apt-get install nats-server, or set NATS_SERVER to the path of one.');
  const nats = await startChild(program, ['-a', '127.0.0.1', '-p', String(NATS)], {}, 'Server is ready');
  endings.push(() => nats.end('SIGTERM'));
}

/** Kills one relay without a word of warning, and starts it again. */
async function killInTurn(relays: Child[], start: (port: number) => Promise<Child>, turn: number): Promise<void> {
  const index = turn % RELAYS.length;
  const at = RELAYS[index] ?? 0;
  await relays[index]?.end('SIGKILL');
  console.log(`  killed the relay on ${String(at)}`);
  relays[index] = await start(at);
  console.log(`  started the relay on ${String(at)} again`);
}

/** Kills one relay after the other. */
function killAll(relays: Child[], start: (port: number) => Promise<Child>, seconds: number): void {
  let turn = 0;
  let killing: Promise<void> | undefined;
  const timer = setInterval(() => {
    killing ??= killInTurn(relays, start, turn++)
      .catch(fail)
      .finally(() => (killing = undefined));
  }, seconds * 1_000);
  // One that is just starting has to be there before it can be ended.
  endings.push(async () => {
    clearInterval(timer);
    await killing;
  });
}

async function run(): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_530)
    throw new StartError(`PORT has to be a number up to 65530, not "${String(env.PORT)}".`);
  const seconds = readKill();
  const url = `http://localhost:${String(port)}`;
  const { url: databaseUrl, secret, vaultKey } = await startDatabase();
  await startNats();
  const start = (at: number): Promise<Child> =>
    startChild(
      process.execPath,
      ['--import', 'tsx', '--import', './scripts/leash.mjs', '--conditions=deskbell-source', 'demo/main.ts'],
      {
        PORT: String(at),
        DATABASE_URL: databaseUrl,
        NATS_URL: `nats://127.0.0.1:${String(NATS)}`,
        DESKBELL_SECRET: secret,
        VAULT_KEY: vaultKey,
        DEMO_ORIGINS: [url, env.DEMO_ORIGINS].filter(Boolean).join(','),
      },
      'Ctrl+C ends everything',
    );
  const relays: Child[] = [];
  endings.push(async () => {
    await Promise.all(relays.map((relay) => relay.end('SIGTERM')));
  });
  // The first makes the tables and the past; the others find them.
  for (const at of RELAYS) relays.push(await start(at));
  const front = createFront(RELAYS);
  await listen(front, env.HOST ?? '127.0.0.1', port);
  endings.push(() => {
    front.close();
    return Promise.resolve();
  });

  console.log(`\nDeskbell is there, on the relays ${RELAYS.join(', ')} behind one address.\n`);
  for (const [what, path] of [
    ['the shop', '/shop'],
    ['its assistant', '/shop?assistant'],
    ...Object.values(AGENTS).map(({ id, name }) => [`the desk, ${name}`, `/desk?as=${id}`]),
    ['what is here', '/'],
  ])
    console.log(`  ${String(what).padEnd(22)} ${url}${String(path)}`);
  console.log(`\n  ${seconds > 0 ? `Every ${String(seconds)} s one relay is killed. ` : ''}Ctrl+C ends everything.\n`);
  if (seconds > 0) killAll(relays, start, seconds);
}

function fail(fault: unknown): void {
  if (isEnding) return;
  const isExpected = fault instanceof StartError || fault instanceof DataFolderError;
  console.error(isExpected ? fault.message : fault);
  void end().finally(() => process.exit(1));
}

// A terminal and npm both send Ctrl+C.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (!isEnding) void end().finally(() => process.exit(0));
  });
}
run().catch(fail);
