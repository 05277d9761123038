import type { FieldFault } from './fields.js';

/**
 * Why the relay did not do what it was asked, with the HTTP status that goes with it. What each means and what to do about it is in
 * refusal-help.ts, which no browser has to load. A stranger's id and a wrong id get the same `not-found`, so that ids cannot be probed.
 */
export const REFUSALS = {
  malformed: { status: 400 },
  'too-long': { status: 413 },
  unauthorized: { status: 401 },
  'wrong-origin': { status: 403 },
  'wrong-role': { status: 403 },
  'not-found': { status: 404 },
  'wrong-phase': { status: 409 },
  taken: { status: 409 },
  'no-slot': { status: 409 },
  'not-there': { status: 409 },
  'still-busy': { status: 409 },
  'not-noted': { status: 409 },
  'already-open': { status: 409 },
  'id-used': { status: 409 },
  stale: { status: 409 },
  'reason-needed': { status: 400 },
  tampered: { status: 409 },
  erased: { status: 410 },
  'slow-down': { status: 429 },
  'budget-spent': { status: 429 },
  'model-away': { status: 502 },
  unavailable: { status: 503 },
  internal: { status: 500 },
} as const satisfies Record<string, { status: number }>;

export type RefusalCode = keyof typeof REFUSALS;

/** An expected refusal. Anything else that is thrown in the relay is a bug and surfaces as `internal`. */
export class RelayError extends Error {
  override readonly name = 'RelayError';
  readonly code: RefusalCode;
  readonly retryAfter: number | undefined;
  readonly conversation: string | undefined;
  /** What is wrong with a form, by the field's name. */
  readonly fields: Readonly<Record<string, FieldFault>> | undefined;

  constructor(
    code: RefusalCode,
    detail: string = code,
    more: { retryAfter?: number; conversation?: string; fields?: Readonly<Record<string, FieldFault>> } = {},
  ) {
    super(detail);
    this.code = code;
    this.retryAfter = more.retryAfter;
    this.conversation = more.conversation;
    this.fields = more.fields;
  }
}
