import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after } from 'node:test';

const PROGRAM = process.env.NATS_SERVER ?? 'nats-server';
// Where Debian puts it, which is on the path of root only.
const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin` };

const isThere = spawnSync(PROGRAM, ['--version'], { env }).status === 0;

/** For a test's `skip`: why it cannot run here. A machine that says it is CI has to have it all. */
export const withoutNats =
  isThere || process.env.CI ? false : 'nats-server is not there (apt-get install nats-server, or NATS_SERVER=path)';

/** A NATS of the test's own on a free port, which is the same after every start. */
export class TestNats {
  url = '';
  #child: ChildProcess | undefined;
  #port = '-1';

  async start(): Promise<this> {
    const child = spawn(PROGRAM, ['-a', '127.0.0.1', '-p', this.#port], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    this.#child = child;
    process.once('exit', this.#end);
    let said = '';
    for await (const chunk of child.stderr.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      said += chunk.toString();
      if (said.includes('Server is ready')) break;
    }
    // What it says later is nobody's business, but it must not find the pipe full.
    child.stderr.resume();
    const port = /client connections on 127\.0\.0\.1:(\d+)/.exec(said)?.[1];
    if (port === undefined || child.exitCode !== null) throw new Error(`nats-server did not start: ${said}`);
    this.#port = port;
    this.url = `nats://127.0.0.1:${port}`;
    return this;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    process.off('exit', this.#end);
    if (!child) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  /** It is there, and does nothing. */
  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
  }

  readonly #end = (): void => void this.#child?.kill('SIGKILL');
}

/** A NATS that ends after the tests of the file, or of the suite, that asks for it. */
export async function testNats(): Promise<TestNats> {
  const nats = new TestNats();
  after(() => nats.stop());
  return withoutNats === false ? nats.start() : nats;
}
