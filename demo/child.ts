import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { StartError } from '../packages/relay/src/start-error.js';

/** A program that runs beside this process. */
export interface Child {
  /** Ends it, and waits until it has. */
  end(signal: NodeJS.Signals): Promise<void>;
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/**
 * Starts a program, and waits until it has said that it is ready. It hangs on this process by a channel, for whoever listens to that.
 * Throws a StartError with what it said where it ended before.
 */
export async function startChild(program: string, args: readonly string[], env: NodeJS.ProcessEnv, ready: string): Promise<Child> {
  // A group of its own: Ctrl+C comes by this process alone, in its order.
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true });
  let said = '';
  const isReady = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text: Buffer) => {
        if (said.includes(ready)) return;
        said += text.toString();
        if (said.includes(ready)) resolve();
      });
    }
    child.once('error', reject);
    child.once('close', () => reject(new StartError(`${program} ended before it was ready:\n${said}`)));
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('close', () => process.off('exit', kill));
  await isReady;
  return {
    async end(signal) {
      if (hasEnded(child)) return;
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
    },
  };
}
