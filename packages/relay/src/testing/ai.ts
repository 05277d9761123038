import type { TestContext } from 'node:test';
import { aiPieceSchema, type AiPiece } from '@deskbell/protocol/ai.js';
import * as v from 'valibot';
import { OpenAiModel, type Patience } from '../ai/openai-model.js';
import { ModelServer } from '../ai/testing/model-server.js';
import type { WorkspaceInput } from '../settings/schema/workspace.js';
import { testRelay, type TestRelay, type TestRelayOptions } from './relay.js';

const EVERYTHING = { rewrite: true, assist: true, summary: true, arrival: true } as const;

/** A relay with a model that does what its server is told, and everything of AI turned on. */
export async function relayWithModel(
  t: TestContext,
  { patience, ai, ...options }: TestRelayOptions & { patience?: Patience; ai?: WorkspaceInput['ai'] } = {},
): Promise<{ relay: TestRelay; server: ModelServer }> {
  const server = await new ModelServer().listen();
  t.after(() => server.close());
  const model = new OpenAiModel({ endpoint: server.endpoint, model: 'small', ...(patience && { patience }) });
  const relay = await testRelay(t, { model, ...options, settings: { ...options.settings, ai: { ...EVERYTHING, ...ai } } });
  return { relay, server };
}

/** Asks for a text. */
export const askFor = (relay: TestRelay, task: string, body: object, token: string, signal?: AbortSignal): Promise<Response> =>
  fetch(`${relay.url}/v1/ai/${task}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });

/** What an answer is made of. */
export const piecesOf = async (answer: Response): Promise<AiPiece[]> =>
  (await answer.text())
    .split('\n\n')
    .filter(Boolean)
    .map((event) => v.parse(aiPieceSchema, JSON.parse(event.replace(/^data: /, ''))));
