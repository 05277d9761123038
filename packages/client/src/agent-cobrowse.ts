import {
  begunCobrowseSchema,
  cobrowsesSchema,
  passSchema,
  type BegunCobrowse,
  type Cobrowse,
  type CobrowsePass,
} from '@deskbell/protocol/cobrowse.js';
import { askAs, sendAs, type BearerHttp } from './bearer-http.js';
import { refusalIn } from './http.js';
import type { CobrowseWish } from './lazy-cobrowse.js';

const pathOf = (session: string, what: string): string => `/v1/cobrowse/${encodeURIComponent(session)}/${what}`;

export function postCobrowse(http: BearerHttp, wish: CobrowseWish): Promise<BegunCobrowse> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(wish) };
  // The answer has a code: nothing between is to keep it.
  return askAs(http, '/v1/cobrowse', begunCobrowseSchema, { ...init, cache: 'no-store' });
}

export const fetchCobrowses = async (http: BearerHttp): Promise<readonly Cobrowse[]> =>
  (await askAs(http, '/v1/cobrowse', cobrowsesSchema)).sessions;

export const postPass = (http: BearerHttp, session: string): Promise<CobrowsePass> =>
  askAs(http, pathOf(session, 'pass'), passSchema, { method: 'POST', cache: 'no-store' });

export async function postEnd(http: BearerHttp, session: string): Promise<void> {
  const answer = await sendAs(http, pathOf(session, 'end'), { method: 'POST' });
  if (!answer.ok) throw await refusalIn(answer);
}
