import { execFileSync } from 'node:child_process';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Author } from '@deskbell/protocol/people.js';
import { startEmbedded } from '@deskbell/relay/database/embedded.js';
import { openPostgresStore } from '@deskbell/relay/store/postgres-store.js';
import type { Store } from '@deskbell/relay/store/store.js';
import { median } from '../figures.js';

// What the store costs by itself, without sockets, on Linux: `node --import tsx --conditions=deskbell-source bench/relay/store-bench.ts`.

const PAIRS = Number(process.env.PAIRS ?? 500);
const WINDOW = Number(process.env.WINDOW ?? 2);
const SECONDS = Number(process.env.SECONDS ?? 5);
const TEXT = 'x'.repeat(256);

interface Talk {
  readonly id: string;
  readonly people: readonly [Author, Author];
}

async function startTalk(store: Store, index: number): Promise<Talk> {
  const [workspace, id, at] = ['bench', v7(), Date.now()];
  const customer = { id: v7(), name: 'Kim Lee' };
  const agent = { id: `agent-${String(index)}`, name: 'Ana Ruiz' };
  const queue = { id: 'queue', name: 'Queue' };
  const by: Author = { ...customer, role: 'customer' };
  await store.createCustomer({ ...customer, workspace, email: null, externalId: null });
  const started = { type: 'conversation.started', id: v7(), at, by, customer, queue } as const;
  await store.startConversation({ workspace, site: 'site', id, queue, customer, at, started });
  await store.changeConversation(workspace, id, v7(), () => ({ row: { phase: 'active', agent, acceptedAt: at }, events: [] }));
  return { id, people: [by, { ...agent, role: 'agent' }] };
}

const append = (store: Store, { id: conversation }: Talk, by: Author): Promise<unknown> =>
  store.appendMessage({
    workspace: 'bench',
    conversation,
    id: v7(),
    by,
    side: by.role === 'customer' ? 'customer' : 'agent',
    text: TEXT,
    at: Date.now(),
  });

/** Processor time of all the server's processes, us. */
function serverTime(postmaster: number): number {
  const children = execFileSync('pgrep', ['-P', String(postmaster)], { encoding: 'utf8' })
    .trim()
    .split('\n');
  const nanoseconds = children.map((pid) => {
    try {
      return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      return 0;
    }
  });
  return nanoseconds.reduce((sum, value) => sum + value, 0) / 1_000;
}

async function measureLoad(store: Store, talks: readonly Talk[], postmaster: number): Promise<void> {
  let [count, isRunning] = [0, true];
  const talk = async (one: Talk, by: Author): Promise<void> => {
    while (isRunning) {
      await append(store, one, by);
      count += 1;
    }
  };
  const talking = talks.flatMap((one) => one.people.flatMap((by) => Array.from({ length: WINDOW }, () => talk(one, by))));
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  await pause(1_000);
  const [before, begun, server, own] = [count, performance.now(), serverTime(postmaster), process.cpuUsage()];
  await pause(SECONDS * 1_000);
  const [messages, seconds] = [count - before, (performance.now() - begun) / 1_000];
  const [serverUsed, { user, system }] = [serverTime(postmaster) - server, process.cpuUsage(own)];
  isRunning = false;
  await Promise.all(talking);
  console.log(
    `${PAIRS} conversations, ${WINDOW} messages in flight a side: ${Math.round(messages / seconds)} a second; ` +
      `PostgreSQL ${(serverUsed / messages).toFixed(1)} us, this process ${((user + system) / messages).toFixed(1)} us a message`,
  );
}

/** One message in flight and an append with fdatasync, in turns, so that both meet the same weather. */
async function measureLone(store: Store, talk: Talk, folder: string): Promise<void> {
  const file = openSync(join(folder, 'log'), 'a');
  const bytes = Buffer.from(TEXT);
  const [appends, syncs]: [number[], number[]] = [[], []];
  for (let round = 0; round < 1_000; round += 1) {
    const begun = performance.now();
    await append(store, talk, talk.people[0]);
    const between = performance.now();
    writeSync(file, bytes);
    fdatasyncSync(file);
    appends.push(between - begun);
    syncs.push(performance.now() - between);
  }
  closeSync(file);
  const [ours, theirs] = [median(appends), median(syncs)];
  console.log(
    `one message in flight: p50 ${ours.toFixed(3)} ms, append with fdatasync ${theirs.toFixed(3)} ms, ratio ${(ours / theirs).toFixed(2)}`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'deskbell-store-bench-'));
const database = await startEmbedded(join(folder, 'data'));
try {
  const store = await openPostgresStore({ address: database.address });
  const talks = await Promise.all(Array.from({ length: PAIRS }, (_, index) => startTalk(store, index)));
  await measureLoad(store, talks, database.pid() ?? 0);
  const [first] = talks;
  if (first) await measureLone(store, first, folder);
  await store.close();
} finally {
  await database.stop();
  for (const place of new Set([folder, database.folder])) rmSync(place, { recursive: true, force: true });
}
