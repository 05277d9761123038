import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { CallFault } from './call-fault.js';
import { isPrivate } from './private-addresses.js';

/** One call of a service. */
export interface Call {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly allowPrivate: boolean;
  /** The largest answer that is read, in bytes. */
  readonly most: number;
  /** Ends it: its time is up. */
  readonly deadline: AbortSignal;
  /** Ends it: nobody waits any more. */
  readonly cancelled: AbortSignal;
}

/** What a service answered with 2xx. */
export interface Answer {
  /** Without parameters, in lower case; empty where none is given. */
  readonly type: string;
  readonly isEncoded: boolean;
  readonly body: Buffer;
}

/** Finds the addresses of a name, as the system does. */
export type Resolve = (name: string, done: (error: Error | null, addresses: readonly LookupAddress[]) => void) => void;

/** Makes a call. Rejects with a {@link CallFault}. */
export type CallOut = (call: Call) => Promise<Answer>;

const resolveBySystem: Resolve = (name, done) => lookUp(name, { all: true }, (error, addresses) => done(error, error ? [] : addresses));

/** A name is looked up once: what is checked is what is connected to, whatever it means a moment later. */
const checkedLookup =
  (resolve: Resolve, allowPrivate: boolean): LookupFunction =>
  (name, { all }, done) =>
    resolve(name, (error, addresses) => {
      const [first] = addresses;
      if (error || !first) return done(error ?? new CallFault('unreachable'), '', 0);
      if (!allowPrivate && addresses.some(({ address }) => isPrivate(address))) return done(new CallFault('private'), '', 0);
      if (all) done(null, [...addresses]);
      else done(null, first.address, first.family);
    });

async function read(answer: IncomingMessage, most: number): Promise<Buffer> {
  if (Number(answer.headers['content-length'] ?? 0) > most) throw new CallFault('too-large');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new CallFault('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function take(answer: IncomingMessage, most: number): Promise<Answer> {
  try {
    const status = answer.statusCode ?? 0;
    // Where it leads to was not checked, and is none of the admin's choice.
    if (status >= 300 && status < 400) throw new CallFault('redirected');
    if (status < 200 || status >= 300) throw new CallFault('status', status);
    const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = answer.headers;
    const body = await read(answer, most);
    return { type: (type.split(';')[0] ?? '').trim().toLowerCase(), isEncoded: encoding !== 'identity', body };
  } finally {
    answer.destroy();
  }
}

/** Calls services over HTTP: no redirect, no connection that is kept, no more than was asked for, and nobody who is not of the public internet. */
export const callOut =
  (resolve: Resolve = resolveBySystem): CallOut =>
  async ({ url, method, headers, body, allowPrivate, most, deadline, cancelled }) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // A bare address is connected to without being looked up.
    if (isIP(host) !== 0 && !allowPrivate && isPrivate(host)) throw new CallFault('private');
    try {
      const answer = await new Promise<IncomingMessage>((answered, failed) => {
        const signal = AbortSignal.any([deadline, cancelled]);
        const ask = url.protocol === 'https:' ? requestHttps : requestHttp;
        const options = { method, headers, agent: false, signal, lookup: checkedLookup(resolve, allowPrivate) } as const;
        const asked = ask(url, options, answered);
        asked.once('error', failed);
        asked.end(body);
      });
      return await take(answer, most);
    } catch (fault) {
      if (fault instanceof CallFault) throw fault;
      // Whatever else it says may name what nobody is to read.
      throw new CallFault(deadline.aborted ? 'timeout' : cancelled.aborted ? 'cancelled' : 'unreachable');
    }
  };
