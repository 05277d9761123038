import { createHmac, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { answerTo, type Turn } from './assistant.js';

/** How old a question may be, in seconds: an older one may be somebody's who listened. */
const MOST_AGE = 300;

export interface AssistantAccess {
  /** What the relay signs its questions with. */
  readonly secret: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Whether one of the signatures is right, as Standard Webhooks has them: `v1,…`, several with spaces between. */
function isSigned(secret: string, content: string, signatures: string): boolean {
  const right = createHmac('sha256', secret).update(content).digest();
  return signatures.split(' ').some((signature) => {
    const given = Buffer.from(signature.replace(/^v1,/, ''), 'base64');
    return given.length === right.length && timingSafeEqual(given, right);
  });
}

/** The shop's assistant as Deskbell asks it: by signed HTTP. It keeps nothing, since every question has all that was said. */
export const assistantRoute = ({ secret, now }: AssistantAccess) =>
  new Hono().post('/', async (c) => {
    const [id, at, signatures] = ['id', 'timestamp', 'signature'].map((name) => c.req.header(`webhook-${name}`) ?? '');
    const body = await c.req.text();
    const isFresh = Math.abs(now() / 1_000 - Number(at)) < MOST_AGE;
    if (!isFresh || !isSigned(secret, `${String(id)}.${String(at)}.${body}`, signatures ?? '')) return c.body(null, 401);
    return c.json(answerTo(JSON.parse(body) as Turn));
  });
