import { FIELD_FAULTS } from '@deskbell/protocol/fields.js';
import { namedSchema, type Named } from '@deskbell/protocol/people.js';
import { REFUSALS, RelayError, type RefusalCode } from '@deskbell/protocol/refusals.js';
import * as v from 'valibot';

const errorSchema = v.object({
  error: v.object({
    code: v.fallback(v.picklist(Object.keys(REFUSALS) as RefusalCode[]), 'internal'),
    detail: v.string(),
    retryAfter: v.optional(v.number()),
    fields: v.optional(v.record(v.string(), v.fallback(v.picklist(FIELD_FAULTS), 'no-match'))),
  }),
});

/**
 * The body of an answer of the relay, which has the shape of `schema`. Throws the RelayError that the relay answered; `unavailable` where
 * something between answered in its place; and what `fetch` throws where nobody was reached.
 */
export async function bodyOf<T>(answer: Response, schema: v.GenericSchema<unknown, T>): Promise<T> {
  const body: unknown = await answer.json().catch(() => undefined);
  const result = v.safeParse(schema, body);
  if (answer.ok && result.success) return result.output;
  throw refusalOf(answer.status, body);
}

/** The RelayError that stands in an answer. */
export const refusalIn = async (answer: Response): Promise<RelayError> =>
  refusalOf(answer.status, (await answer.json().catch(() => undefined)) as unknown);

function refusalOf(status: number, body: unknown): RelayError {
  const fault = v.safeParse(errorSchema, body);
  if (!fault.success) return new RelayError('unavailable', `the relay's address answered ${String(status)} with something else`);
  const { code, detail, retryAfter, fields } = fault.output.error;
  return new RelayError(code, detail, { ...(retryAfter !== undefined && { retryAfter }), ...(fields && { fields }) });
}

/** The address of a path of the relay. */
export const pathOf = (relay: string, path: string): string => relay.replace(/\/$/, '') + path;

/** What makes or renews a customer: the site, the token of before, and who the site's own server says it is. */
export interface CustomerRequest {
  readonly siteKey: string;
  readonly token?: string;
  readonly identity?: string;
}

const customerSchema = v.object({ token: v.string(), expires: v.number(), customer: namedSchema });

/** Makes a customer, or renews one; identified where the site vouches for them. */
export async function postCustomer(
  fetch: typeof globalThis.fetch,
  relay: string,
  request: CustomerRequest,
): Promise<{ token: string; expires: number; customer: Named }> {
  const answer = await fetch(pathOf(relay, '/v1/customers'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  return bodyOf(answer, customerSchema);
}
