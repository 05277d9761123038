import { pino } from 'pino';
import { v7 } from 'uuid';
import { WinkReader } from '@deskbell/relay/ai/wink-reader.js';
import { CustomerTokens } from '@deskbell/relay/auth/customer-tokens.js';
import { Tokens } from '@deskbell/relay/auth/tokens.js';
import { startEmbedded } from '@deskbell/relay/database/embedded.js';
import { LocalFiles } from '@deskbell/relay/files/local-files.js';
import { Signatures } from '@deskbell/relay/files/signatures.js';
import { LocalHub } from '@deskbell/relay/hub/local-hub.js';
import { Metrics } from '@deskbell/relay/metrics.js';
import { RelayServer } from '@deskbell/relay/relay-server.js';
import { Directory } from '@deskbell/relay/settings/directory.js';
import { checkSettings } from '@deskbell/relay/settings/check-settings.js';
import { openPostgresStore } from '@deskbell/relay/store/postgres-store.js';
import type { Store } from '@deskbell/relay/store/store.js';
import { MemoryVault } from '@deskbell/relay/vault/memory-vault.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORIGIN, SECRET, SITE, WORKSPACE } from '../identities.js';
import { makePair } from './pairs.js';
import { oneAtATime, savingNothing } from './nothing.js';

// Deskbell's own relay in a process of its own, with everything in it but limits made for people: `deskbell.ts durable|nothing|single PAIRS`.

const [kind = 'durable', pairs = '1'] = process.argv.slice(2);

const settings = checkSettings({
  workspaces: [
    {
      id: WORKSPACE,
      name: 'Bench',
      agents: { secret: SECRET, origins: [ORIGIN] },
      responseTimeSeconds: 120,
      files: { maxMegabytes: 1_100 },
      queues: [{ id: 'queue', name: 'Queue' }],
      sites: [{ key: SITE, name: 'Site', origins: [ORIGIN], queue: 'queue' }],
    },
  ],
});

const folder = mkdtempSync(join(tmpdir(), 'deskbell-bench-'));
const database = await startEmbedded(folder);
const real = await openPostgresStore({ address: database.address });
const singles =
  kind === 'single'
    ? await Promise.all(Array.from({ length: 8 }, () => openPostgresStore({ address: database.address, connections: 1 })))
    : [];
const store: Store = kind === 'nothing' ? savingNothing(real) : kind === 'single' ? oneAtATime(real, singles) : real;
const directory = new Directory(settings);
const customers = new CustomerTokens(SECRET, Date.now);
const log = pino({ level: 'warn' });

const vast = 1e9;
const server = new RelayServer(
  {
    store,
    hub: new LocalHub(log),
    directory,
    tokens: new Tokens(directory, customers, Date.now),
    metrics: new Metrics(),
    log,
    ai: { model: undefined, reader: new WinkReader() },
    now: Date.now,
    newId: () => v7(),
    callBot: () => Promise.reject(new Error('there is no AI agent here')),
    files: new LocalFiles(join(folder, 'files'), new Signatures(SECRET, Date.now)),
    vault: new MemoryVault(),
  },
  {
    host: '127.0.0.1',
    port: 0,
    assets: new Map(),
    limits: {
      messageBurst: vast,
      messagesPerSecond: vast,
      frameBurst: vast,
      framesPerSecond: vast,
      connectionsPerAddress: vast,
      connectionsPerPerson: vast,
    },
  },
);

const members = (await Promise.all(Array.from({ length: Number(pairs) }, (_, pair) => makePair(real, pair)))).flat();
const port = await server.listen();
const tick = setInterval(() => server.tick(), 1_000);
process.send?.({ port, members });

const report = (): void => void process.send?.({ usage: process.cpuUsage(), memory: process.memoryUsage() });
process.on('message', (asked) => {
  if (asked === 'gc') globalThis.gc?.();
  report();
});
process.on('disconnect', () => {
  clearInterval(tick);
  void server
    .close()
    .then(() => Promise.all([real.close(), ...singles.map((single) => single.close())]))
    .then(() => database.stop())
    .then(() => {
      for (const place of new Set([folder, database.folder])) rmSync(place, { recursive: true, force: true });
      process.exit(0);
    });
});
