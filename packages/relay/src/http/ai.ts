import { aiTaskSchemas, type AiPiece } from '@deskbell/protocol/ai.js';
import { sideOf, type Person } from '@deskbell/protocol/people.js';
import { detailOf } from '@deskbell/protocol/refusal-help.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { Hono, type Context } from 'hono';
import { settingsOf } from '../actions/settings-of.js';
import { newestEvents, saidIn } from '../ai/said-in.js';
import type { Deps } from '../deps.js';
import { mustRead } from '../domain/permissions.js';
import { checked } from './checked.js';
import type { RelayEnv } from './relay-env.js';

type Pieces = AsyncGenerator<string, void, void>;

/** What an agent may have written, or the refusal why not: agents only, turned on, and a conversation that they read. */
async function allowed(deps: Deps, person: Person, task: keyof typeof aiTaskSchemas, conversation: string) {
  if (sideOf(person.role) !== 'agent') throw new RelayError('wrong-role');
  const settings = settingsOf(deps, person.workspace);
  const row = mustRead(person, await deps.store.conversation(person.workspace, conversation));
  if (!settings.ai[task]) throw new RelayError('wrong-role', `the workspace has not turned on ai.${task}`);
  if (!deps.writer) throw new RelayError('model-away', 'no model is configured (AI_ENDPOINT, AI_MODEL)');
  return { settings, row, writer: deps.writer };
}

const encoder = new TextEncoder();
const encoded = (piece: AiPiece): Uint8Array => encoder.encode(`data: ${JSON.stringify(piece)}\n\n`);

/** Why it goes no further, for who asked; anything unexpected surfaces in the log, and is told as such. */
function refusedPiece({ log }: Deps, fault: unknown): AiPiece {
  if (!(fault instanceof RelayError)) log.error({ err: fault }, 'a text broke off');
  const refusal = fault instanceof RelayError ? fault : new RelayError('internal');
  return { type: 'refused', code: refusal.code, detail: detailOf(refusal) };
}

/** Answers with pieces as they are written. Whoever closes the connection ends it, and the model's request with it. */
async function streamed(c: Context<RelayEnv>, deps: Deps, begin: (signal: AbortSignal) => Pieces): Promise<Response> {
  const ended = new AbortController();
  const gone = c.req.raw.signal;
  gone.addEventListener('abort', () => ended.abort(), { once: true });
  if (gone.aborted) ended.abort();
  const pieces = begin(ended.signal);
  // What is refused before anything is written is a refusal like any other.
  let next = await pieces.next();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        if (next.done) {
          controller.enqueue(encoded({ type: 'done' }));
          controller.close();
          return;
        }
        controller.enqueue(encoded({ type: 'text', text: next.value }));
        next = await pieces.next();
      } catch (fault) {
        if (ended.signal.aborted) return controller.close();
        controller.enqueue(encoded(refusedPiece(deps, fault)));
        controller.close();
      }
    },
    async cancel() {
      ended.abort();
      await pieces.return();
    },
  });
  return c.body(body, 200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
}

const bodyOf = (c: Context<RelayEnv>): Promise<unknown> =>
  c.req.json().catch(() => {
    throw new RelayError('malformed', 'the body is not JSON');
  });

/** What a model writes for agents, as server-sent events (rules W1 to W9). Nothing of it goes anywhere but back to who asked. Wants `bearer` before it. */
export function aiRoutes(deps: Deps) {
  const conversationFor = async (c: Context<RelayEnv>, task: 'assist' | 'summary') => {
    const { conversation } = checked(aiTaskSchemas[task], await bodyOf(c));
    const { settings, row, writer } = await allowed(deps, c.var.person, task, conversation);
    const said = saidIn(await newestEvents(deps.store, row.id));
    if (said.length === 0) throw new RelayError('wrong-phase', 'nothing was said yet');
    return { settings, said, writer };
  };
  return new Hono<RelayEnv>()
    .post('/rewrite', async (c) => {
      const { conversation, text, how } = checked(aiTaskSchemas.rewrite, await bodyOf(c));
      const { settings, writer } = await allowed(deps, c.var.person, 'rewrite', conversation);
      return streamed(c, deps, (signal) => writer.rewrite(settings, text, how, signal));
    })
    .post('/assist', async (c) => {
      const { settings, said, writer } = await conversationFor(c, 'assist');
      return streamed(c, deps, (signal) => writer.assist(settings, said, signal));
    })
    .post('/summary', async (c) => {
      const { settings, said, writer } = await conversationFor(c, 'summary');
      return streamed(c, deps, (signal) => writer.summarise(settings, said, signal));
    });
}
