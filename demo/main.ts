import { resolve } from 'node:path';
import { pino } from 'pino';
import { endpointIn } from '../packages/relay/src/ai/endpoint.js';
import { DataFolderError } from '../packages/relay/src/database/data-folder-error.js';
import { StartError } from '../packages/relay/src/start-error.js';
import { AGENTS } from './people.js';
import { startDemo } from './start.js';

// What `npm start` runs: reads the environment, listens to signals, prints addresses.

const { env } = process;
const port = Number(env.PORT ?? 8787);

async function run(): Promise<void> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartError(`PORT has to be a number up to 65535, not "${String(env.PORT)}".`);
  const dataFolder = resolve(env.DESKBELL_DATA ?? '.deskbell');
  const demo = await startDemo({
    port,
    // Whoever reaches the demo may sign in as an agent, so it is not reached from elsewhere unless somebody asks for that.
    host: env.HOST ?? '127.0.0.1',
    dataFolder,
    databaseUrl: env.DATABASE_URL,
    natsUrl: env.NATS_URL,
    secret: env.DESKBELL_SECRET,
    vaultKey: env.VAULT_KEY,
    model: endpointIn(env),
    origins: (env.DEMO_ORIGINS ?? '').split(',').filter(Boolean),
    tokenSeconds: Number(env.DEMO_TOKEN_SECONDS ?? 3600),
    log: pino({ level: env.LOG_LEVEL ?? 'warn' }),
    now: Date.now,
  });

  // A terminal sends Ctrl+C to every process of the group, and npm sends it once more: stopping twice is stopping once.
  const stop = (): void => {
    void demo.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  const lines = [
    ['what is here', '/'],
    ['the shop', '/shop'],
    ['its assistant', '/shop?assistant'],
    ...Object.values(AGENTS).map(({ id, name }) => [`the desk, ${name}`, `/desk?as=${id}`]),
    ['health', '/healthz'],
    ['readiness', '/readyz'],
    ['figures', '/metrics'],
  ];
  console.log('\nDeskbell is there.\n');
  for (const [what, path] of lines) console.log(`  ${String(what).padEnd(22)} ${demo.url}${String(path)}`);
  const kept = demo.dataFolder ?? 'the database of DATABASE_URL';
  const moved = demo.dataFolder && demo.dataFolder !== dataFolder ? ', because the database’s user cannot reach the folder asked for' : '';
  console.log(`\n  Kept in ${kept}${moved}. Ctrl+C ends everything.\n`);
}

run().catch((fault: unknown) => {
  const isExpected = fault instanceof StartError || fault instanceof DataFolderError;
  console.error(isExpected ? fault.message : fault);
  process.exit(1);
});
