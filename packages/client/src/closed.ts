import { summarySchema } from '@deskbell/protocol/conversation.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import * as v from 'valibot';
import type { ClosedPage } from './agent.js';
import type { AgentToken } from './agent-token.js';
import { bodyOf, pathOf } from './http.js';

const pageSchema = v.object({ conversations: v.array(summarySchema), next: v.nullable(v.string()) });

/** One page of the closed conversations. A token that ended meanwhile is asked for anew, once. */
export async function fetchClosed(
  fetch: typeof globalThis.fetch,
  relay: string,
  token: AgentToken,
  search: string,
  page: string | undefined,
): Promise<ClosedPage> {
  const query = new URLSearchParams({ phase: 'closed', search, ...(page !== undefined && { page }) });
  const ask = async (refused: boolean) => {
    const bearer = await token.give(refused);
    if (!bearer) throw new RelayError('unauthorized');
    return fetch(pathOf(relay, `/v1/conversations?${String(query)}`), { headers: { authorization: `Bearer ${bearer}` } });
  };
  const answer = await ask(false);
  return bodyOf(answer.status === 401 ? await ask(true) : answer, pageSchema);
}
