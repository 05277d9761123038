import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { BotFaultName } from '@deskbell/protocol/bot.js';
import type { BotSettings } from '../settings/schema/bot.js';
import { isPrivate } from './private-address.js';

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

/** Looks a name up, and gives no address away that may not be connected to: what was looked at is what is connected to. */
const lookUpPublic: NonNullable<RequestOptions['lookup']> = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, []);
    if (found.some(({ address }) => isPrivate(address))) return callback(new BotFault('forbidden-address'), []);
    const [first] = found;
    if (options.all) callback(null, found);
    else callback(null, first?.address ?? '', first?.family);
  });
};

async function read(response: IncomingMessage): Promise<unknown> {
  const status = response.statusCode ?? 0;
  if (status < 200 || status > 299) throw new BotFault('status');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_ANSWER) throw new BotFault('too-large');
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
  } catch (cause) {
    throw new BotFault('malformed', cause);
  }
}

const faultOf = (error: unknown, signal: AbortSignal): BotFault => {
  if (error instanceof BotFault) return error;
  return new BotFault(signal.aborted ? 'time-out' : 'unreachable', error);
};

/** Asks over HTTP, once: redirects are not followed, and neither is the time exceeded nor more read than {@link MAX_ANSWER}. */
export const callBot: CallBot = async (url, { secret, timeoutSeconds, allowPrivate }, id, body) => {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(host) && isPrivate(host)) throw new BotFault('forbidden-address');
  const text = JSON.stringify(body);
  const signal = AbortSignal.timeout(timeoutSeconds * 1_000);
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    accept: 'application/json',
    'user-agent': 'Deskbell',
    ...signed(secret, id, Math.floor(Date.now() / 1_000), text),
  };
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const options: RequestOptions = { method: 'POST', headers, signal, agent: false, ...(!allowPrivate && { lookup: lookUpPublic }) };
      const asked = (target.protocol === 'https:' ? requestHttps : requestHttp)(target, options, resolve);
      asked.on('error', reject).end(text);
    });
    // Whatever is left of it is not waited for.
    return await read(response).finally(() => response.destroy());
  } catch (error) {
    throw faultOf(error, signal);
  }
};
