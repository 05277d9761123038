/**
 * Why a socket was closed by the relay, and what a client does then: `back-off`, come back after a growing, jittered wait;
 * `now`, come back at once (with a little jitter); `token`, come back with a new token; `never`, do not come back by itself.
 */
export const CLOSES = {
  /** Shutting down or restarting; another relay, or the same, is there. RFC 6455 names 1012 "service restart". */
  restart: { code: 1012, then: 'now' },
  'too-large': { code: 1009, then: 'never' },
  malformed: { code: 4400, then: 'never' },
  unauthorized: { code: 4401, then: 'token' },
  'wrong-origin': { code: 4403, then: 'never' },
  /** The agent signed out, here or in another browser. */
  'signed-out': { code: 4410, then: 'never' },
  /** No `session.open` within 10 s. */
  'too-late': { code: 4408, then: 'back-off' },
  /** The client's version of the protocol is older than the relay understands: the page has to be reloaded. */
  'too-old': { code: 4426, then: 'never' },
  'too-many': { code: 4429, then: 'back-off' },
  /** The client did not read fast enough, and was cut off before it filled the relay's memory. */
  'slow-reader': { code: 4430, then: 'back-off' },
  /** Nothing was heard of the client for 30 s. */
  silent: { code: 4431, then: 'back-off' },
  internal: { code: 1011, then: 'back-off' },
} as const satisfies Record<string, { code: number; then: 'now' | 'back-off' | 'token' | 'never' }>;

export type CloseName = keyof typeof CLOSES;

const BY_CODE = new Map<number, CloseName>((Object.keys(CLOSES) as CloseName[]).map((name) => [CLOSES[name].code, name]));

/** The name of a close code, or undefined for one that the network made (1006 and the like). */
export const closeName = (code: number): CloseName | undefined => BY_CODE.get(code);
