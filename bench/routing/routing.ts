import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbedded } from '@deskbell/relay/database/embedded.js';
import { openPostgresStore, type PostgresOptions } from '@deskbell/relay/store/postgres-store.js';
import type { Store } from '@deskbell/relay/store/store.js';
import { ms, type Figure } from '../figures.js';
import { offers } from './offers.js';
import { fillQueue } from './waiting.js';

const RELAYS = 2;
const AGENTS = 500;
const WAITING = 2_000;

const ARGUMENTS = ['--import', 'tsx', '--conditions=deskbell-source'];

async function start(address: PostgresOptions['address']): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('router-process.ts', import.meta.url)), [JSON.stringify(address)], { execArgv: ARGUMENTS });
  await once(child, 'message');
  return child;
}

/** Agents who are there and available, each with four slots. */
async function addAgents(store: Store, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const agent = { workspace: 'bench', id: `agent-${String(index)}`, name: `Agent ${String(index)}` };
    await store.changeAgent(agent, () => ({ status: 'available', seenUntil: Date.now() + 3_600_000, idleSince: index }));
  }
}

/** How many were given out, and how long it took both relays, ms. */
async function round(store: Store, relays: readonly ChildProcess[], waiting: number): Promise<number> {
  await fillQueue(store, waiting);
  const begun = Date.now();
  const ends = relays.map(async (relay) => {
    const told = once(relay, 'message') as Promise<[{ routed: number }]>;
    relay.send('route');
    return (await told)[0].routed;
  });
  const took = Math.max(...(await Promise.all(ends))) - begun;
  const left = await store.unassigned('bench', ['queue'], 10);
  if (left.length > 0) throw new Error('conversations were left over though slots were free');
  return took;
}

/** How quickly what waits is given out, by relays that do it at the same time. */
async function assignments(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-bench-'));
  const database = await startEmbedded(join(folder, 'data'));
  const store = await openPostgresStore({ address: database.address });
  const relays = await Promise.all(Array.from({ length: RELAYS }, () => start(database.address)));
  try {
    await addAgents(store, AGENTS);
    const took = await round(store, relays, WAITING);
    const rate = (WAITING / took) * 1_000;
    return [
      {
        what: `assignments a second, ${String(WAITING)} waiting, ${String(AGENTS)} agents, ${String(RELAYS)} relays`,
        ours: `${String(Math.round(rate))}/s`,
        against: `all of them in ${ms(took)}, each in the log`,
        ratio: `${(rate / 1_000).toFixed(1)}x the goal`,
        goal: 'at least 1,000/s',
        reached: rate >= 1_000,
      },
    ];
  } finally {
    for (const relay of relays) relay.disconnect();
    await Promise.all(relays.map((relay) => once(relay, 'exit')));
    await store.close();
    await database.stop();
    for (const place of new Set([folder, database.folder])) rmSync(place, { recursive: true, force: true });
  }
}

/** How quickly conversations are given out, all at once and one by one. */
export const routing = async (): Promise<Figure[]> => [...(await assignments()), ...(await offers())];
