// What the customer's page asks the relay by its ticket. No schema library is loaded for it: the page trusts the relay it came from.

import { stringify } from '../json.js';

/** That the relay would not, or that it was not reached (`unavailable`). */
export class RelayRefusal extends Error {
  /** One of protocol/refusals.ts. */
  readonly code: string;
  /** Ms till it may be asked again; undefined where it may at once. */
  readonly retryAfter: number | undefined;

  constructor(code: string, retryAfter?: number) {
    super(code);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Asks by a ticket, or by none. Rejects with a {@link RelayRefusal} whatever is wrong. */
export async function askRelay(relay: string, path: string, body: unknown = {}, ticket?: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`${relay.replace(/\/$/, '')}/v1/cobrowse/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(ticket && { authorization: `Bearer ${ticket}` }) },
    body: stringify(body),
    // It holds a pass or a ticket; and the end is told even while the page goes.
    cache: 'no-store',
    keepalive: true,
  }).catch(() => undefined);
  const said = (await answer?.json().catch(() => undefined)) as Record<string, unknown> | undefined;
  const { code, retryAfter } = (said?.error ?? {}) as { code?: string; retryAfter?: number };
  if (!answer?.ok || !said) throw new RelayRefusal(code ?? 'unavailable', retryAfter);
  return said;
}
