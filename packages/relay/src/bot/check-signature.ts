import { createHmac, timingSafeEqual } from 'node:crypto';
import { RelayError } from '@deskbell/protocol/refusals.js';

/** How far the clock of whoever signed may be from ours, in seconds; what is older may be somebody's who listened. */
const MOST_APART = 300;

/** The headers of the Standard Webhooks specification. */
export interface Signature {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: string;
  /** `v1,…` in base64; several with spaces between. */
  readonly signatures: string;
}

/** Makes sure that whoever has the secret signed this body just now: as the relay signs what it asks. Throws `unauthorized`. */
export function checkSignature(secret: string, { id, timestamp, signatures }: Signature, body: string, now: number): void {
  const right = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest();
  const isRight = signatures.split(' ').some((signature) => {
    const given = Buffer.from(/^v1,(.*)$/.exec(signature)?.[1] ?? '', 'base64');
    return given.length === right.length && timingSafeEqual(given, right);
  });
  if (!isRight || !(Math.abs(now / 1_000 - Number(timestamp)) <= MOST_APART))
    throw new RelayError('unauthorized', 'sign it with the secret of the AI agent, at the time of now');
}
