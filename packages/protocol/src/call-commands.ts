import * as v from 'valibot';
import { CALL_KINDS } from './calls.js';
import { id, key } from './text.js';

// What people ask of a call. Each has an `id` made by the client: sent twice, it is done once.

const agent = v.pipe(v.string(), v.minLength(1, 'is empty'), v.maxLength(128, 'is longer than 128 characters'));
const media = v.object({ audio: v.boolean(), video: v.boolean() });

const asked = { id, call: id };
const plain = <T extends string>(type: T) => v.object({ type: v.literal(type), ...asked });

/** Every command about a call by its type. */
export const callCommandSchemas = {
  /** In a chat, by its agent or its customer; the call gets the id `call`. Without a chat, by a customer, for a queue of the site. */
  'call.ask': v.object({
    type: v.literal('call.ask'),
    ...asked,
    kind: v.picklist(CALL_KINDS),
    chat: v.optional(id),
    queue: v.optional(key),
    media,
  }),
  /** By whom it rings at, whatever for: a call, a consult, or one that is given to them. */
  'call.accept': v.object({ type: v.literal('call.accept'), ...asked, media }),
  'call.decline': plain('call.decline'),
  'call.hold': plain('call.hold'),
  'call.resume': plain('call.resume'),
  /** What is left out stays as it is. */
  'call.show': v.pipe(
    v.object({
      type: v.literal('call.show'),
      ...asked,
      audio: v.optional(v.boolean()),
      video: v.optional(v.boolean()),
      screen: v.optional(v.boolean()),
      muted: v.optional(v.boolean()),
    }),
    v.check(
      ({ audio, video, screen, muted }) => [audio, video, screen, muted].some((each) => each !== undefined),
      'says nothing: give audio, video, screen or muted',
    ),
  ),
  'call.consult': v.object({ type: v.literal('call.consult'), ...asked, agent }),
  /** Ends the consult, answered or not. */
  'call.unconsult': plain('call.unconsult'),
  'call.swap': plain('call.swap'),
  'call.merge': plain('call.merge'),
  /** To the one who is consulted; from a conference, to `agent`, who may be left out where there is one other. */
  'call.forward': v.object({ type: v.literal('call.forward'), ...asked, agent: v.optional(agent) }),
  'call.transfer': v.object({
    type: v.literal('call.transfer'),
    ...asked,
    to: v.union([v.strictObject({ queue: key }), v.strictObject({ agent })]),
  }),
  /** A supervisor, from the monitor. */
  'call.join': v.object({ type: v.literal('call.join'), ...asked, media }),
  'call.leave': plain('call.leave'),
  'call.rejoin': v.object({ type: v.literal('call.rejoin'), ...asked, media }),
  /** For everybody on it. */
  'call.end': plain('call.end'),
  'call.record': v.object({ type: v.literal('call.record'), ...asked, what: v.picklist(['start', 'pause', 'resume']) }),
} as const;

export type CallCommandType = keyof typeof callCommandSchemas;
export type CallCommandOf<T extends CallCommandType> = v.InferOutput<(typeof callCommandSchemas)[T]>;
export type CallCommand = { [T in CallCommandType]: CallCommandOf<T> }[CallCommandType];

/** Any of them, from untrusted input. */
export const callCommandSchema = v.variant('type', [
  callCommandSchemas['call.ask'],
  callCommandSchemas['call.accept'],
  callCommandSchemas['call.decline'],
  callCommandSchemas['call.hold'],
  callCommandSchemas['call.resume'],
  callCommandSchemas['call.show'],
  callCommandSchemas['call.consult'],
  callCommandSchemas['call.unconsult'],
  callCommandSchemas['call.swap'],
  callCommandSchemas['call.merge'],
  callCommandSchemas['call.forward'],
  callCommandSchemas['call.transfer'],
  callCommandSchemas['call.join'],
  callCommandSchemas['call.leave'],
  callCommandSchemas['call.rejoin'],
  callCommandSchemas['call.end'],
  callCommandSchemas['call.record'],
]);
