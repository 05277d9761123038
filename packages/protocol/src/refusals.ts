/**
 * Why the relay did not do what it was asked: the HTTP status that goes with it, and what it means and what to do about it.
 * A stranger's id and a wrong id get the same `not-found`, so that ids cannot be probed.
 */
export const REFUSALS = {
  malformed: {
    status: 400,
    says: 'The command or body does not have the shape of the protocol. Compare it with the detail and the protocol package.',
  },
  'too-long': { status: 413, says: 'A text or a body is longer than allowed. Shorten it, or send it in parts.' },
  unauthorized: { status: 401, says: 'The token is missing, ended or not signed for this workspace. Get a new one.' },
  'wrong-origin': { status: 403, says: 'This page is not among the origins of the site. Add its origin to the settings.' },
  'wrong-role': { status: 403, says: 'A person in this role cannot do this.' },
  'not-found': { status: 404, says: 'There is no such thing, or it is not yours to see.' },
  'wrong-phase': { status: 409, says: 'The conversation is not in a phase in which this can happen. Follow it and look again.' },
  taken: { status: 409, says: 'Another agent accepted the conversation first.' },
  'already-open': { status: 409, says: 'The customer has an open conversation; go on in that one (its id is in `conversation`).' },
  'id-used': { status: 409, says: 'The id belongs to another command. Make a new one.' },
  'slow-down': { status: 429, says: 'Too much in too short a time. Wait for `retryAfter` and send the same again.' },
  unavailable: { status: 503, says: 'The database cannot be reached. Nothing was saved; send the same again after `retryAfter`.' },
  internal: { status: 500, says: 'A fault of the relay. It is in its log; the same command may be sent again.' },
} as const satisfies Record<string, { status: number; says: string }>;

export type RefusalCode = keyof typeof REFUSALS;

/** An expected refusal. Anything else that is thrown in the relay is a bug and surfaces as `internal`. */
export class RelayError extends Error {
  override readonly name = 'RelayError';
  readonly code: RefusalCode;
  readonly retryAfter: number | undefined;
  readonly conversation: string | undefined;

  constructor(code: RefusalCode, detail: string = REFUSALS[code].says, more: { retryAfter?: number; conversation?: string } = {}) {
    super(detail);
    this.code = code;
    this.retryAfter = more.retryAfter;
    this.conversation = more.conversation;
  }
}
