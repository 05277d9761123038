import { RelayError } from '@deskbell/protocol/refusals.js';
import { createParser } from 'eventsource-parser';
import * as v from 'valibot';
import type { Asked, Model, ModelPiece } from './model.js';

/** How long it is waited for, ms. */
export interface Patience {
  /** For the first piece, and from each to the next. */
  readonly piece: number;
  readonly whole: number;
}

const PATIENCE: Patience = { piece: 20_000, whole: 90_000 };

/** The most bytes of one answer: several times what the longest text takes, piece by piece. */
const MAX_ANSWER = 4 * 1_024 * 1_024;

export interface EndpointOptions {
  /** Up to, not including, `/chat/completions`. */
  readonly endpoint: string;
  readonly key?: string | undefined;
  readonly model: string;
  readonly patience?: Patience;
}

const content = v.optional(v.nullable(v.string()));
const chunkSchema = v.object({
  choices: v.optional(
    v.array(
      v.object({
        delta: v.optional(v.object({ content })),
        message: v.optional(v.object({ content })),
        finish_reason: v.optional(v.nullable(v.string())),
      }),
    ),
    [],
  ),
  usage: v.optional(v.nullable(v.object({ total_tokens: v.optional(v.number()) }))),
});

const away = (why: string, retryAfter?: number): RelayError =>
  new RelayError('model-away', `the model ${why}`, retryAfter === undefined ? {} : { retryAfter });

/** Aborts when it is waited for too long, or nobody wants it any more. */
class Wait {
  readonly #controller = new AbortController();
  readonly #signal: AbortSignal;
  readonly #patience: Patience;
  readonly #whole: NodeJS.Timeout;
  #piece: NodeJS.Timeout | undefined;

  constructor(signal: AbortSignal, patience: Patience) {
    this.#signal = AbortSignal.any([signal, this.#controller.signal]);
    this.#patience = patience;
    this.#whole = setTimeout(() => this.#end(), patience.whole);
    this.again();
  }

  get signal(): AbortSignal {
    return this.#signal;
  }

  /** Something came. */
  again(): void {
    clearTimeout(this.#piece);
    this.#piece = setTimeout(() => this.#end(), this.#patience.piece);
  }

  over(): void {
    clearTimeout(this.#piece);
    clearTimeout(this.#whole);
    this.#controller.abort();
  }

  #end(): void {
    this.#controller.abort(away('took too long'));
  }
}

/** Takes an answer apart, in whatever pieces it comes. */
class Answer {
  readonly #isStream: boolean;
  readonly #decoder = new TextDecoder();
  readonly #pieces: ModelPiece[] = [];
  readonly #parser = createParser({ onEvent: ({ data }) => this.#take(data) });
  #bytes = 0;
  #body = '';
  #isDone = false;

  constructor(isStream: boolean) {
    this.#isStream = isStream;
  }

  *feed(bytes: Uint8Array): Generator<ModelPiece> {
    this.#bytes += bytes.length;
    if (this.#bytes > MAX_ANSWER) throw away(`answered more than ${String(MAX_ANSWER)} bytes`);
    const text = this.#decoder.decode(bytes, { stream: true });
    if (this.#isStream) this.#parser.feed(text);
    else this.#body += text;
    yield* this.#pieces.splice(0);
  }

  /** What is left when nothing more comes. */
  *end(): Generator<ModelPiece> {
    if (!this.#isStream) {
      this.#take(this.#body);
      this.#isDone = true;
    }
    if (!this.#isDone) throw away('broke off');
    yield* this.#pieces.splice(0);
  }

  #take(data: string): void {
    if (data === '[DONE]') {
      this.#isDone = true;
      return;
    }
    const { choices, usage } = chunkOf(data);
    const [choice] = choices;
    const text = choice?.delta?.content ?? choice?.message?.content ?? '';
    if (text) this.#pieces.push({ text });
    if (usage?.total_tokens !== undefined) this.#pieces.push({ tokens: usage.total_tokens });
    if (choice?.finish_reason) this.#isDone = true;
  }
}

function chunkOf(data: string): v.InferOutput<typeof chunkSchema> {
  try {
    return v.parse(chunkSchema, JSON.parse(data));
  } catch {
    throw away('answered something that is not to be understood');
  }
}

/** Any endpoint that speaks OpenAI's chat completions, streamed; one that answers in one piece will do. */
export class OpenAiModel implements Model {
  readonly #options: EndpointOptions;

  constructor(options: EndpointOptions) {
    this.#options = options;
  }

  async *write({ messages, maxTokens, signal }: Asked): AsyncGenerator<ModelPiece, void, void> {
    const wait = new Wait(signal, this.#options.patience ?? PATIENCE);
    try {
      const response = await this.#ask(JSON.stringify(this.#bodyOf(messages, maxTokens)), wait.signal);
      const answer = new Answer(response.headers.get('content-type')?.includes('text/event-stream') ?? false);
      for await (const bytes of response.body ?? []) {
        for (const piece of answer.feed(bytes)) {
          // Empty lines and comments do not count as something that came.
          wait.again();
          yield piece;
        }
      }
      yield* answer.end();
    } catch (fault) {
      throw this.#faultOf(fault, signal, wait.signal);
    } finally {
      wait.over();
    }
  }

  #bodyOf(messages: Asked['messages'], maxTokens: number): object {
    return { model: this.#options.model, messages, stream: true, stream_options: { include_usage: true }, max_tokens: maxTokens };
  }

  async #ask(body: string, signal: AbortSignal): Promise<Response> {
    const { endpoint, key } = this.#options;
    const response = await fetch(`${endpoint.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      // The key is for this address and no other.
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream, application/json',
        ...(key && { authorization: `Bearer ${key}` }),
      },
      body,
      signal,
    });
    if (response.ok) return response;
    // Its words are not for anybody's eyes: they may repeat what it was sent.
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    throw away(
      `answered ${String(response.status)}`,
      Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3_600) * 1_000 : undefined,
    );
  }

  #faultOf(fault: unknown, asked: AbortSignal, waited: AbortSignal): unknown {
    if (asked.aborted || fault instanceof RelayError) return fault;
    if (waited.aborted) return waited.reason;
    // What `fetch` and its streams throw where nobody is there, or the line is cut.
    return fault instanceof TypeError ? away('cannot be reached, or broke off') : fault;
  }
}
