import * as v from 'valibot';
import { CALL_ENDS, CALL_KINDS, CALL_OFFER_ENDS, CALL_ORIGINS, CONSULT_ENDS, LEAVINGS, LEG_ROLES, mediaSchema } from './calls.js';
import { authorSchema, namedSchema, type Side } from './people.js';

// What happens to a call, in the past tense. A call is a conversation of its own, and these are the events of its log.

const logged = {
  conversation: v.string(),
  seq: v.number(),
  /** The id of the command that caused it, or one made by the relay. */
  id: v.string(),
  at: v.number(),
  by: authorSchema,
};

const event = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.object({ type: v.literal(type), ...logged, ...entries });

const offered = v.object({ agent: namedSchema, until: v.number() });
/** Whose leg it is. */
const whose = { person: namedSchema, role: v.picklist(LEG_ROLES) };

/** The events of a call by type. */
export const callEventSchemas = {
  /** Where it rings: at the customer till `ringsUntil`, or where it waits. */
  'call.asked': event('call.asked', {
    chat: v.nullable(v.string()),
    kind: v.picklist(CALL_KINDS),
    origin: v.picklist(CALL_ORIGINS),
    customer: namedSchema,
    /** Who asks the customer; null where the customer asks. */
    agent: v.nullable(namedSchema),
    /** Where it goes when nobody has it any more; null: it ends. */
    queue: v.nullable(namedSchema),
    media: mediaSchema,
    ringsUntil: v.nullable(v.number()),
    offer: v.nullable(offered),
    /** Whether it is recorded from the moment it is answered. */
    recorded: v.boolean(),
  }),
  /** By the customer. */
  'call.answered': event('call.answered', { media: mediaSchema }),
  /** By the agent to whom it was put, who has it from now on. */
  'call.accepted': event('call.accepted', { agent: namedSchema, supervisor: v.boolean(), media: mediaSchema }),
  'call.joined': event('call.joined', { person: namedSchema, media: mediaSchema }),
  'call.left': event('call.left', { ...whose, why: v.picklist(LEAVINGS) }),
  /** The one who has it is gone; this one, who is on it, has it now. With `holds` the customer stays on hold till they resume. */
  'call.passed': event('call.passed', { agent: namedSchema, holds: v.boolean() }),
  'call.dropped': event('call.dropped', { ...whose, until: v.number() }),
  'call.rejoined': event('call.rejoined', { ...whose, media: mediaSchema }),
  /** `person` is on hold, since the author wants it. */
  'call.held': event('call.held', whose),
  /** Whatever the author held is not held any more. */
  'call.resumed': event('call.resumed', {}),
  'call.shown': event('call.shown', { ...whose, media: mediaSchema }),
  'consult.asked': event('consult.asked', { target: namedSchema, supervisor: v.boolean(), until: v.number() }),
  'consult.accepted': event('consult.accepted', { media: mediaSchema }),
  'consult.swapped': event('consult.swapped', { to: v.picklist(['customer', 'consulted']) }),
  /** Everybody talks to everybody from now on. */
  'consult.merged': event('consult.merged', { target: namedSchema }),
  /** With `holds` the customer stays on hold till the agent resumes. */
  'consult.ended': event('consult.ended', { target: namedSchema, why: v.picklist(CONSULT_ENDS), holds: v.boolean() }),
  /** It is to go to a queue, or to an agent, who is asked till `offer.until`; `warm`: it was forwarded. */
  'call.given': event('call.given', { queue: v.nullable(namedSchema), offer: v.nullable(offered), warm: v.boolean() }),
  'call.offered': event('call.offered', { offer: offered }),
  'call.offer-ended': event('call.offer-ended', { agent: namedSchema, why: v.picklist(CALL_OFFER_ENDS) }),
  /** Nobody has it: it waits in this queue. */
  'call.returned': event('call.returned', { queue: namedSchema }),
  /** It was to go to somebody who did not take it, and stays with who has it. */
  'call.kept': event('call.kept', {}),
  'recording.started': event('recording.started', {}),
  'recording.paused': event('recording.paused', {}),
  'recording.resumed': event('recording.resumed', {}),
  /** A secured form is open at the customer's, or not any more. */
  'secured.opened': event('secured.opened', { form: v.string() }),
  'secured.closed': event('secured.closed', { form: v.string() }),
  'call.ended': event('call.ended', { why: v.picklist(CALL_ENDS), wrapUp: v.nullable(namedSchema) }),
} as const;

export type CallEventType = keyof typeof callEventSchemas;
export type CallEventOf<T extends CallEventType> = v.InferOutput<(typeof callEventSchemas)[T]>;
export type CallEvent = { [T in CallEventType]: CallEventOf<T> }[CallEventType];
/** An event before the log has given it its place. */
export type NewCallEvent = { [T in CallEventType]: Omit<CallEventOf<T>, 'conversation' | 'seq' | 'id'> }[CallEventType];

/** Whether customers are told of an event at all. A new type of event does not compile without a line here. */
const FOR_CUSTOMERS: { [T in CallEventType]: boolean } = {
  'call.asked': true,
  'call.answered': true,
  'call.accepted': true,
  'call.joined': true,
  'call.left': true,
  'call.passed': true,
  'call.dropped': true,
  'call.rejoined': true,
  'call.held': true,
  'call.resumed': true,
  'call.shown': true,
  'consult.asked': false,
  'consult.accepted': false,
  'consult.swapped': false,
  'consult.merged': true,
  'consult.ended': false,
  'call.given': false,
  'call.offered': false,
  'call.offer-ended': false,
  'call.returned': true,
  'call.kept': false,
  'recording.started': true,
  'recording.paused': true,
  'recording.resumed': true,
  'secured.opened': false,
  'secured.closed': false,
  'call.ended': true,
};

/**
 * What one side sees of an event of a call; undefined for nothing. Customers do not learn that somebody is consulted, before that one joins them,
 * to whom the call is put, nor who does the wrap-up.
 */
export function callEventFor<E extends NewCallEvent>(side: Side, event: E): E | undefined {
  if (side === 'agent') return event;
  if (!FOR_CUSTOMERS[event.type] || ('role' in event && event.role === 'consulted')) return undefined;
  if (event.type === 'call.asked') return { ...event, offer: null };
  return event.type === 'call.ended' ? { ...event, wrapUp: null } : event;
}
