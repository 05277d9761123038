import { createHmac } from 'node:crypto';
import { SESSION_LASTS, type Down } from '@deskbell/protocol/cobrowse.js';

/** TURN servers that know the same secret (coturn: `use-auth-secret`, `static-auth-secret`). */
export interface TurnOptions {
  /** `turn:turn.example:3478`, `turns:...` */
  readonly urls: readonly string[];
  readonly secret: string;
}

type IceServers = Extract<Down, { type: 'met' }>['iceServers'];

/**
 * What a browser is given to be reached by: credentials that are good for as long as a session may last.
 * See draft-uberti-behave-turn-rest-00.
 * @param now - ms.
 */
export function iceServers(turn: TurnOptions | undefined, id: string, now: number): IceServers {
  if (!turn) return [];
  const username = `${String(Math.ceil((now + SESSION_LASTS) / 1_000))}:${id}`;
  const credential = createHmac('sha1', turn.secret).update(username).digest('base64');
  return [{ urls: [...turn.urls], username, credential }];
}
