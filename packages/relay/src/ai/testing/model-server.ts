import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** What the server was sent. */
export interface Heard {
  readonly path: string;
  readonly key: string | undefined;
  /** As it came. */
  readonly raw: string;
  readonly body: {
    readonly model: string;
    readonly stream: boolean;
    readonly max_tokens: number;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
  };
}

type Reply = (response: ServerResponse, heard: Heard) => void | Promise<void>;

/** A small real HTTP server that speaks OpenAI's chat completions, and does in each answer what it is told. */
export class ModelServer {
  readonly heard: Heard[] = [];
  /** Answers whose connection was closed from the other end. */
  cut = 0;
  reply: Reply = says('Certainly.');
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  get endpoint(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/v1`;
  }

  async listen(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let raw = '';
    request.setEncoding('utf8');
    for await (const part of request) raw += part as string;
    const heard = { path: request.url ?? '', key: request.headers.authorization, raw, body: JSON.parse(raw) as Heard['body'] };
    this.heard.push(heard);
    response.on('close', () => {
      if (!response.writableFinished) this.cut += 1;
    });
    await this.reply(response, heard);
  }
}

export const begin = (response: ServerResponse): void => void response.writeHead(200, { 'content-type': 'text/event-stream' });

/** One event of a stream, as the protocol has it. */
export const piece = (text: string): string => `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: text } }] })}\n\n`;

const usage = (tokens: number): string => `data: ${JSON.stringify({ choices: [], usage: { total_tokens: tokens } })}\n\n`;

/** Streams these words, and ends as it has to be. */
export const says =
  (...words: readonly string[]): Reply =>
  (response) => {
    begin(response);
    for (const word of words) response.write(piece(word));
    response.end(`${usage(42)}data: [DONE]\n\n`);
  };

/** The same, claiming so many tokens. */
export const claims =
  (tokens: number, text: string): Reply =>
  (response) => {
    begin(response);
    response.end(`${piece(text)}${usage(tokens)}data: [DONE]\n\n`);
  };

/** Streams these words and then nothing: neither more nor an end. */
export const hangs =
  (...words: readonly string[]): Reply =>
  (response) => {
    begin(response);
    for (const word of words) response.write(piece(word));
    response.flushHeaders();
  };

/** Writes the same over and over, as fast as it is read, till nobody reads it any more. @param wrote - Told how many bytes with each. */
export const floods =
  (start: string, part: string, wrote: (bytes: number) => void = () => undefined): Reply =>
  async (response) => {
    begin(response);
    response.write(start);
    response.on('close', () => response.emit('drain'));
    while (!response.destroyed) {
      wrote(part.length);
      if (!response.write(part)) await once(response, 'drain');
    }
  };

export const fails =
  (status: number, body = '{"error": {"message": "a secret of the model"}}'): Reply =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '7' }).end(body);
