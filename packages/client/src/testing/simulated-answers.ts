import { REFUSALS, type RelayError } from '@deskbell/protocol/refusals.js';

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

export const refusal = ({ code, message, retryAfter }: RelayError): Response =>
  json({ error: { code, detail: message, retryAfter } }, REFUSALS[code].status);
