import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Member, Order, Outcome } from './load.js';

const ARGUMENTS = ['--expose-gc', '--import', 'tsx', '--conditions=deskbell-source', '--max-old-space-size=2048'];

const here = fileURLToPath(new URL('.', import.meta.url));

const next = <T>(child: ChildProcess, key: string): Promise<T> =>
  new Promise((resolve, reject) => {
    const hear = (message: Record<string, unknown>): void => {
      if ('failed' in message) reject(new Error(String(message['failed'])));
      if (!(key in message)) return;
      child.off('message', hear);
      child.off('exit', end);
      resolve(message as T);
    };
    const end = (code: number | null): void =>
      reject(new Error(`a process of the bench ended with ${String(code)} before it said "${key}"`));
    child.on('message', hear);
    child.once('exit', end);
  });

export interface Usage {
  readonly usage: NodeJS.CpuUsage;
  readonly memory: NodeJS.MemoryUsage;
  /** How long a whole relay was ready to run and had no core, ms. */
  readonly waited?: number;
}

/** A server in a process of its own, measured from outside. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly port: number;
  readonly members: readonly Member[];

  private constructor(child: ChildProcess, port: number, members: readonly Member[]) {
    this.#child = child;
    this.port = port;
    this.members = members;
  }

  /** Starts `peer.ts KIND` or `deskbell.ts STORE PAIRS`. */
  static async start(script: string, ...args: string[]): Promise<ServerProcess> {
    const child = fork(here + script, args, { execArgv: ARGUMENTS });
    const { port, members } = await next<{ port: number; members?: Member[] }>(child, 'port');
    return new ServerProcess(child, port, members ?? []);
  }

  usage(afterCollection = false): Promise<Usage> {
    const answer = next<Usage>(this.#child, 'usage');
    this.#child.send(afterCollection ? 'gc' : 'usage');
    return answer;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.removeAllListeners('exit');
    this.#child.once('exit', () => undefined);
    this.#child.disconnect();
    await Promise.race([ended, new Promise((resolve) => this.#child.once('exit', resolve))]);
  }
}

export interface Load extends Outcome {
  /** Processor time of the server, microseconds a message. */
  readonly cpu: number;
}

/** Lets the load loose on a server, and counts what the server's process took meanwhile. */
export async function load(server: ServerProcess, order: Omit<Order, 'port'>): Promise<Load> {
  const child = fork(`${here}load.ts`, [], { execArgv: ARGUMENTS });
  const [warm, measured, outcome] = [next(child, 'warm'), next(child, 'measured'), next<{ outcome: Outcome }>(child, 'outcome')];
  for (const promise of [warm, measured]) promise.catch(() => undefined);
  child.send({ ...order, port: server.port });
  await Promise.race([warm, outcome]);
  const before = await server.usage();
  await Promise.race([measured, outcome]);
  const after = await server.usage();
  const { outcome: result } = await outcome;
  child.disconnect();
  const cpu = after.usage.user + after.usage.system - before.usage.user - before.usage.system;
  return { ...result, cpu: cpu / result.messages };
}
