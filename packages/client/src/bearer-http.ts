import { RelayError } from '@deskbell/protocol/refusals.js';
import type * as v from 'valibot';
import { bodyOf, pathOf } from './http.js';

/** What a person asks the relay with, beside the socket. */
export interface BearerHttp {
  readonly fetch: typeof globalThis.fetch;
  readonly relay: string;
  /** Gives the token; another one where the last was refused. */
  readonly token: { give(refused: boolean): Promise<string | undefined> };
}

/** Sends a request as the person. A token that ended meanwhile is asked for anew, once. */
export async function sendAs({ fetch, relay, token }: BearerHttp, path: string, init: RequestInit = {}): Promise<Response> {
  const ask = async (refused: boolean) => {
    const bearer = await token.give(refused);
    if (!bearer) throw new RelayError('unauthorized');
    return fetch(pathOf(relay, path), { ...init, headers: { ...init.headers, authorization: `Bearer ${bearer}` } });
  };
  const answer = await ask(false);
  return answer.status === 401 ? ask(true) : answer;
}

/** The same, and the body of what is answered. Throws the RelayError that the relay answered. */
export const askAs = async <T>(http: BearerHttp, path: string, schema: v.GenericSchema<unknown, T>, init?: RequestInit): Promise<T> =>
  bodyOf(await sendAs(http, path, init), schema);
