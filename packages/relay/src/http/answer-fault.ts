import { detailOf } from '@deskbell/protocol/refusal-help.js';
import { REFUSALS, RelayError } from '@deskbell/protocol/refusals.js';
import type { Context } from 'hono';
import { SettingsError } from '../settings/faults.js';
import { StaleSettings } from '../settings/stale-settings.js';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Deps } from '../deps.js';

/**
 * The one shape of every refusal over HTTP: `{error: {code, detail, retryAfter?}}`, `retryAfter` in ms, `Retry-After` in whole seconds.
 * @param more - What only this refusal has to say.
 */
export function answerRefusal(c: Context, refusal: RelayError, more: object = {}): Response {
  const { code, retryAfter } = refusal;
  if (retryAfter !== undefined) c.header('Retry-After', String(Math.max(1, Math.ceil(retryAfter / 1_000))));
  c.header('Cache-Control', 'no-store');
  return c.json(
    { error: { code, detail: detailOf(refusal), ...(retryAfter === undefined ? {} : { retryAfter }), ...more } },
    REFUSALS[code].status as ContentfulStatusCode,
  );
}

/** What of a fault is expected, as a refusal. */
function refusalIn(fault: Error): RelayError | undefined {
  if (fault instanceof RelayError) return fault;
  if (fault instanceof SettingsError) return new RelayError('malformed', fault.message);
  return fault instanceof HTTPException && fault.status < 500 ? new RelayError('malformed', fault.message || undefined) : undefined;
}

function moreOf(fault: Error): object {
  if (fault instanceof SettingsError) return { faults: fault.faults };
  if (fault instanceof StaleSettings) return { version: fault.version };
  if (!(fault instanceof RelayError)) return {};
  const { fields, conversation } = fault;
  return { ...(fields && { fields }), ...(conversation !== undefined && { conversation }) };
}

/** Answers what a handler threw. Whatever is no expected refusal is a fault of ours, and goes to the log. */
export const answerFault =
  ({ log, metrics }: Pick<Deps, 'log' | 'metrics'>) =>
  (fault: Error, c: Context): Response => {
    const expected = refusalIn(fault);
    const refusal = expected ?? new RelayError('internal');
    metrics.refused(refusal.code);
    if (!expected) log.error({ err: fault, path: c.req.path, method: c.req.method }, 'a request failed');
    return answerRefusal(c, refusal, moreOf(fault));
  };
