import { createHmac } from 'node:crypto';
import type { ActionFault } from '@deskbell/protocol/actions.js';
import type { BotFaultName } from '@deskbell/protocol/bot.js';
import type { BotSettings } from '../settings/schema/bot.js';
import { CallFault } from '../services/call-fault.js';
import { callOut } from '../services/call-out.js';

/** The largest answer that is read, in bytes. */
export const MAX_ANSWER = 256 * 1_024;

/** An AI agent did not answer as it should. */
export class BotFault extends Error {
  override readonly name = 'BotFault';
  readonly why: BotFaultName;

  constructor(why: BotFaultName, cause?: unknown) {
    super(why, { cause });
    this.why = why;
  }
}

export type BotAccess = Pick<BotSettings, 'secret' | 'timeoutSeconds' | 'allowPrivate'>;

/** Asks an AI agent. Resolves with what its JSON says; rejects with a {@link BotFault}. `id` is the same whenever the same is asked. */
export type CallBot = (url: string, access: BotAccess, id: string, body: object) => Promise<unknown>;

/** The headers of the Standard Webhooks specification: who verifies them knows that it was this relay, when, and for what. */
export const signed = (secret: string, id: string, seconds: number, body: string): Record<string, string> => ({
  'webhook-id': id,
  'webhook-timestamp': String(seconds),
  'webhook-signature': `v1,${createHmac('sha256', secret)
    .update(`${id}.${String(seconds)}.${body}`)
    .digest('base64')}`,
});

const NEVER = new AbortController().signal;

/** What each fault of a call is called here. */
const WHY: Record<ActionFault, BotFaultName> = {
  private: 'forbidden-address',
  redirected: 'status',
  status: 'status',
  timeout: 'time-out',
  'too-large': 'too-large',
  html: 'malformed',
  'not-text': 'malformed',
  'not-json': 'malformed',
  'no-answer': 'malformed',
  unreachable: 'unreachable',
  cancelled: 'unreachable',
};

const call = callOut();

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch (cause) {
    throw new BotFault('malformed', cause);
  }
}

/** Asks over HTTP, once: redirects are not followed, and neither is the time exceeded nor more read than {@link MAX_ANSWER}. */
export const callBot: CallBot = async (url, { secret, timeoutSeconds, allowPrivate }, id, body) => {
  const text = JSON.stringify(body);
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    accept: 'application/json',
    'user-agent': 'Deskbell',
    ...signed(secret, id, Math.floor(Date.now() / 1_000), text),
  };
  const ends = { deadline: AbortSignal.timeout(timeoutSeconds * 1_000), cancelled: NEVER };
  try {
    const answer = await call({ url: new URL(url), method: 'POST', headers, body: text, allowPrivate, most: MAX_ANSWER, ...ends });
    return parsed(answer.body);
  } catch (error) {
    throw error instanceof CallFault ? new BotFault(WHY[error.fault], error) : error;
  }
};
