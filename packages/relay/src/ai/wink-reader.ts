import { Worker } from 'node:worker_threads';
import type { Reader, Reading, ReadingInput } from './reader.js';

/** No conversation takes so long to be read, ms: the thread is ended then, and the next reading has a new one. */
const TOO_LONG = 20_000;

interface Waiting {
  readonly resolve: (reading: Reading) => void;
  readonly reject: (fault: Error) => void;
}

/** Run from its sources, the relay has no .js file for the thread, and what loads .ts files has to be told of there once more. */
const startThread = (): Worker =>
  import.meta.url.endsWith('.ts')
    ? new Worker(FROM_SOURCE, { eval: true, workerData: new URL('reading-thread.ts', import.meta.url).href })
    : new Worker(new URL('reading-thread.js', import.meta.url));

const FROM_SOURCE = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(require('node:worker_threads').workerData);
});`;

/** wink-nlp in a thread of its own, which starts with the first reading. English; of other languages it picks sentences, and knows no mood. */
export class WinkReader implements Reader {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #count = 0;

  read(input: ReadingInput): Promise<Reading> {
    const id = ++this.#count;
    return new Promise<Reading>((resolve, reject) => {
      const timer = setTimeout(() => void this.#worker?.terminate(), TOO_LONG);
      const settled = <T>(settle: (value: T) => void) => {
        return (value: T): void => {
          clearTimeout(timer);
          settle(value);
        };
      };
      this.#waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
      this.#thread().postMessage({ id, input });
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #thread(): Worker {
    if (this.#worker) return this.#worker;
    const worker = startThread();
    // It does not keep a process alive that has nothing else to do.
    worker.unref();
    worker.on('message', ({ id, reading }: { id: number; reading: Reading }) => {
      this.#waiting.get(id)?.resolve(reading);
      this.#waiting.delete(id);
    });
    let fault = new Error('the thread that reads conversations ended');
    worker.on('error', (error) => (fault = error));
    worker.on('exit', () => {
      this.#worker = undefined;
      for (const { reject } of this.#waiting.values()) reject(fault);
      this.#waiting.clear();
    });
    this.#worker = worker;
    return worker;
  }
}
