import { detailOf } from '@deskbell/protocol/refusal-help.js';
import { REFUSALS, RelayError } from '@deskbell/protocol/refusals.js';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Deps } from '../deps.js';

/** The one shape of every refusal over HTTP: `{error: {code, detail, retryAfter?}}`, `retryAfter` in ms, `Retry-After` in whole seconds. */
export function answerRefusal(c: Context, refusal: RelayError): Response {
  const { code, retryAfter } = refusal;
  if (retryAfter !== undefined) c.header('Retry-After', String(Math.max(1, Math.ceil(retryAfter / 1_000))));
  c.header('Cache-Control', 'no-store');
  return c.json(
    { error: { code, detail: detailOf(refusal), ...(retryAfter === undefined ? {} : { retryAfter }) } },
    REFUSALS[code].status as ContentfulStatusCode,
  );
}

/** Answers what a handler threw. Whatever is no expected refusal is a fault of ours, and goes to the log. */
export const answerFault =
  ({ log, metrics }: Pick<Deps, 'log' | 'metrics'>) =>
  (fault: Error, c: Context): Response => {
    const expected = fault instanceof HTTPException && fault.status < 500 ? new RelayError('malformed', fault.message || undefined) : fault;
    const refusal = expected instanceof RelayError ? expected : new RelayError('internal');
    metrics.refused(refusal.code);
    if (refusal !== expected) log.error({ err: fault, path: c.req.path, method: c.req.method }, 'a request failed');
    return answerRefusal(c, refusal);
  };
