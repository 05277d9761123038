import type { AiPiece, AiTask } from '@deskbell/protocol/ai.js';

const encoder = new TextEncoder();

/** A model behind a simulated relay: it writes what a script says, when it says so. */
export class SimulatedWriting {
  /** What it was asked for, in order. */
  readonly asked: AiTask[] = [];
  /** How often somebody had enough of it. */
  stopped = 0;
  #to: ReadableStreamDefaultController<Uint8Array> | undefined;
  /** What it does as soon as it is asked. */
  readonly #script: ((to: ReadableStreamDefaultController<Uint8Array>) => void)[] = [];

  /** Answers a request, with nothing yet. */
  begin(task: string, body: string, signal: AbortSignal | null | undefined): Response {
    this.asked.push({ task, ...(JSON.parse(body) as object) } as AiTask);
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#to = controller;
        for (const step of this.#script.splice(0)) this.#do(step);
        signal?.addEventListener('abort', () => {
          this.stopped += 1;
          this.#to = undefined;
          controller.error(signal.reason);
        });
      },
    });
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
  }

  say(...texts: readonly string[]): void {
    for (const text of texts) this.#send({ type: 'text', text });
  }

  finish(): void {
    this.#send({ type: 'done' });
    this.cutOff();
  }

  refuse(code: Extract<AiPiece, { type: 'refused' }>['code']): void {
    this.#send({ type: 'refused', code, detail: code });
    this.cutOff();
  }

  /** The connection ends, in the middle or after all. */
  cutOff(): void {
    this.#do((to) => {
      this.#to = undefined;
      to.close();
    });
  }

  #send(piece: AiPiece): void {
    const bytes = encoder.encode(`data: ${JSON.stringify(piece)}\n\n`);
    this.#do((to) => {
      // In two, as a network may.
      to.enqueue(bytes.slice(0, 9));
      to.enqueue(bytes.slice(9));
    });
  }

  #do(step: (to: ReadableStreamDefaultController<Uint8Array>) => void): void {
    if (this.#to) step(this.#to);
    else this.#script.push(step);
  }
}
