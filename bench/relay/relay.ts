import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kb, median, times, type Figure } from '../figures.js';
import { idle } from './idle.js';
import type { Member, Order } from './load.js';
import { ServerProcess, load, type Load } from './processes.js';

const PAIRS = 500;
const SECONDS = 6;
const WINDOW = 4;

type Kind = 'bare-ws' | 'socket.io' | 'nothing' | 'durable' | 'single';

const start = (kind: Kind, pairs: number): Promise<ServerProcess> =>
  kind === 'bare-ws' || kind === 'socket.io'
    ? ServerProcess.start('peer.ts', kind)
    : ServerProcess.start('deskbell.ts', kind, String(pairs));

const strangers = (pairs: number): Member[] =>
  Array.from({ length: pairs * 2 }, (_, index) => ({
    pair: index >> 1,
    side: index % 2 ? 'agent' : 'customer',
    token: '',
    conversation: '',
  }));

/** One server under one load, from its start to its end. */
async function measure(kind: Kind, pairs = PAIRS, window = WINDOW, only?: 'customer'): Promise<Load> {
  const server = await start(kind, pairs);
  const members = (server.members.length > 0 ? server.members : strangers(pairs)).filter(({ side }) => !only || side === only);
  const dialect: Order['kind'] = kind === 'bare-ws' || kind === 'socket.io' ? kind : 'deskbell';
  try {
    return await load(server, { kind: dialect, members, seconds: SECONDS, window });
  } finally {
    await server.stop();
  }
}

const rate = ({ messages, seconds }: Load): number => messages / seconds;
const perSecond = (value: number): string => `${(value / 1_000).toFixed(1)}k/s`;

/** An append of 256 bytes with fdatasync, p50 in ms: the least that durable can cost on this disk. */
function appendAndSync(): number {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-bench-'));
  const file = openSync(join(folder, 'log'), 'a');
  const bytes = Buffer.alloc(256, 'x');
  const taken = Array.from({ length: 500 }, () => {
    const begin = performance.now();
    writeSync(file, bytes);
    fdatasyncSync(file);
    return performance.now() - begin;
  });
  closeSync(file);
  rmSync(folder, { recursive: true });
  return median(taken);
}

/** What the relay costs and bears, beside bare ws and socket.io on the same machine in the same run. */
export async function relay(): Promise<Figure[]> {
  const bare = await measure('bare-ws');
  const nothing = await measure('nothing');
  const socketIo = await measure('socket.io');
  const durable = await measure('durable');
  const single = await measure('single');
  for (const [name, { loadShare, cpu, p99 }] of Object.entries({ bare, nothing, socketIo, durable, single })) {
    console.log(
      `  ${name}: the load took ${(loadShare * 100).toFixed(0)} % of a core, the server ${cpu.toFixed(1)} us a message, p99 ${p99.toFixed(1)} ms`,
    );
  }
  const [disk, lone] = [appendAndSync(), await measure('durable', 1, 1, 'customer')];
  const memory = { bare: await idle('bare-ws'), ours: await idle('deskbell') };
  const [ratio, share, grouped] = [nothing.cpu / bare.cpu, rate(durable) / rate(nothing), rate(durable) / rate(single)];
  return [
    {
      what: 'relay: processor time a message, validated, authorised, with seq, saving nothing',
      ours: `${nothing.cpu.toFixed(1)} us`,
      against: `bare ws ${bare.cpu.toFixed(1)} us, socket.io ${socketIo.cpu.toFixed(1)} us`,
      ratio: `${ratio.toFixed(2)}x bare ws`,
      goal: 'at most 1.25x',
      reached: ratio <= 1.25,
    },
    {
      what: 'durable messages a second, 1,000 sockets in pairs',
      ours: perSecond(rate(durable)),
      against: `saving nothing ${perSecond(rate(nothing))}`,
      ratio: times(rate(durable), rate(nothing)),
      goal: 'at least 0.65x',
      reached: share >= 0.65,
    },
    {
      what: 'durable messages a second, grouped',
      ours: perSecond(rate(durable)),
      against: `one statement a message on 8 connections ${perSecond(rate(single))}`,
      ratio: times(rate(durable), rate(single)),
      goal: 'at least 3x',
      reached: grouped >= 3,
    },
    {
      what: 'durable messages a second against socket.io that saves nothing',
      ours: perSecond(rate(durable)),
      against: `socket.io ${perSecond(rate(socketIo))}`,
      ratio: times(rate(durable), rate(socketIo)),
      goal: 'more',
      reached: rate(durable) > rate(socketIo),
    },
    {
      what: 'one message in flight: acknowledgement p50',
      ours: `${lone.p50.toFixed(2)} ms`,
      against: `append with fdatasync ${disk.toFixed(2)} ms`,
      ratio: times(lone.p50, disk),
      goal: 'at most 1.5x',
      reached: lone.p50 <= 1.5 * disk,
    },
    {
      what: 'memory of an idle connection, session included',
      ours: kb(memory.ours),
      against: `bare ws ${kb(memory.bare)}`,
      ratio: kb(memory.ours),
      goal: 'at most 11 KB',
      reached: memory.ours <= 11 * 1_024,
    },
  ];
}
