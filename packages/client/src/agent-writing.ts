import { aiPieceSchema, type AiTask } from '@deskbell/protocol/ai.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import * as v from 'valibot';
import { sendAs, type BearerHttp } from './bearer-http.js';
import { refusalIn } from './http.js';

/** Cut off in the middle: by the network, or because the relay went. */
const cutOff = (): RelayError => new RelayError('unavailable', 'the text broke off');

/** The events of a stream, in whatever pieces it comes. The relay writes each as one line of data. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  try {
    let rest = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const events = (rest + part.value).split('\n\n');
      rest = events.pop() ?? '';
      yield* events.map((event) => event.replace(/^data: /, ''));
    }
  } finally {
    // Who has enough has the relay stop as well.
    await reader.cancel().catch(() => undefined);
  }
}

function parsed(event: string) {
  try {
    return v.parse(aiPieceSchema, JSON.parse(event));
  } catch {
    throw cutOff();
  }
}

/** What a model writes, piece by piece. Rejects with the RelayError that says why it goes no further. */
export async function* write(http: BearerHttp, { task, ...body }: AiTask, signal: AbortSignal): AsyncGenerator<string, void, void> {
  const answer = await sendAs(http, `/v1/ai/${task}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  if (!answer.ok || !answer.body) throw await refusalIn(answer);
  try {
    for await (const event of eventsOf(answer.body)) {
      const piece = parsed(event);
      if (piece.type === 'done') return;
      if (piece.type === 'refused') throw new RelayError(piece.code, piece.detail);
      yield piece.text;
    }
  } catch (fault) {
    throw signal.aborted || fault instanceof RelayError ? fault : cutOff();
  }
  throw cutOff();
}
