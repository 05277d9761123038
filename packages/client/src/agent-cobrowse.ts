import {
  begunCobrowseSchema,
  endedCobrowseSchema,
  liveCobrowseSchema,
  passSchema,
  type BegunCobrowse,
  type Cobrowse,
  type CobrowsePass,
} from '@deskbell/protocol/cobrowse.js';
import { askAs, type BearerHttp } from './bearer-http.js';
import type { CobrowseWish } from './lazy-cobrowse.js';

const pathOf = (session: string, what: string): string => `/v1/cobrowse/${encodeURIComponent(session)}/${what}`;

export function postCobrowse(http: BearerHttp, wish: CobrowseWish): Promise<BegunCobrowse> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(wish) };
  // The answer has a code: nothing between is to keep it.
  return askAs(http, '/v1/cobrowse', begunCobrowseSchema, { ...init, cache: 'no-store' });
}

export const fetchCobrowses = async (http: BearerHttp): Promise<readonly Cobrowse[]> =>
  (await askAs(http, '/v1/cobrowse', liveCobrowseSchema)).sessions;

export const postPass = (http: BearerHttp, session: string): Promise<CobrowsePass> =>
  askAs(http, pathOf(session, 'pass'), passSchema, { method: 'POST', cache: 'no-store' });

export const postEnd = async (http: BearerHttp, session: string): Promise<Cobrowse> =>
  (await askAs(http, pathOf(session, 'end'), endedCobrowseSchema, { method: 'POST' })).session;
