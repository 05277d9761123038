import * as v from 'valibot';
import { namedSchema } from './people.js';
import { id } from './text.js';

/**
 * Where a co-browse session stands: waiting for the customer to type the `code`; `asked`, the customer sees who wants to see the page and has
 * not said; `allowed`, both may meet; `ended`, for good.
 */
export const COBROWSE_STATES = ['code', 'asked', 'allowed', 'ended'] as const;
export type CobrowseState = (typeof COBROWSE_STATES)[number];

/**
 * Why it ended: either of them ended it, the customer would not, the code or the session was too old, nobody was there any more, or an admin turned
 * co-browse `off`.
 */
export const COBROWSE_ENDS = ['agent', 'customer', 'refused', 'expired', 'gone', 'off'] as const;
export type CobrowseEnd = (typeof COBROWSE_ENDS)[number];

/** How long a code is good for, ms. */
export const CODE_LASTS = 5 * 60_000;
/** How many digits it has. */
export const CODE_DIGITS = 6;
/** How long a session lasts at most, ms; how long it waits for a side that is away. */
export const SESSION_LASTS = 4 * 3_600_000;
export const WAITS_FOR_SIDE = 10 * 60_000;

/** Which end of a session somebody is. */
export const MIRROR_SIDES = ['customer', 'agent'] as const;
export type MirrorSide = (typeof MIRROR_SIDES)[number];

/** A co-browse session as both sides may know it. */
export const cobrowseSchema = v.object({
  id: v.string(),
  state: v.picklist(COBROWSE_STATES),
  agent: namedSchema,
  /** The chat it belongs to; null where it was begun by a code and belongs to none. */
  conversation: v.nullable(v.string()),
  /** The key of the site that the customer is on, by which the agent's view is got; left out while nobody is there. */
  site: v.optional(v.string()),
  /** By the relay's clock, ms. */
  begunAt: v.number(),
  /** Left out where it has not. */
  end: v.optional(v.fallback(v.picklist(COBROWSE_ENDS), 'gone')),
});
export type Cobrowse = v.InferOutput<typeof cobrowseSchema>;

/**
 * What may leave the customer's browser. `private`: all text is masked but what `unmask` names; `marked`: nothing is but what `mask` names. What
 * is always masked is no rule but a promise: packages/cobrowse/RULES.md.
 */
export const MASKINGS = ['private', 'marked'] as const;
export type Masking = (typeof MASKINGS)[number];

const maskEntries = {
  masking: v.picklist(MASKINGS),
  /** CSS selectors: the elements, and all that is in them. Of two that meet, `mask` wins. */
  mask: v.array(v.string()),
  unmask: v.array(v.string()),
};

/** What holds on some pages, in place of what holds on all: for `mask` and `unmask`, besides. */
export const pageRuleSchema = v.object({
  /** A path, with `*` for any characters: `/checkout/*`. */
  at: v.string(),
  ...v.partial(v.object(maskEntries)).entries,
  /** Nothing of such a page is shown: the mirror pauses. */
  offLimits: v.optional(v.boolean()),
});

/** The workspace's rules for the mirror, as the customer's browser gets them. */
export const mirrorRulesSchema = v.object({
  ...maskEntries,
  pages: v.array(pageRuleSchema),
  /** Regular expressions (`v` flag); text that one finds something in is masked there, everywhere, attributes too. */
  patterns: v.array(v.string()),
  /** The parameters of addresses that may be seen; the values of all others are masked. */
  parameters: v.array(v.string()),
  /** Whether pictures of what was drawn on a canvas are shown. */
  canvas: v.boolean(),
  /** Whether an agent may ask to take control. */
  control: v.boolean(),
});
export type MirrorRules = v.InferOutput<typeof mirrorRulesSchema>;
export type PageRule = v.InferOutput<typeof pageRuleSchema>;

/** `POST /v1/cobrowse`, agents: in a conversation the customer is asked there; without one, or `by` code, the answer has a code to read out. */
export const beginCobrowseSchema = v.object({
  /** Made by the asker, a UUID: sent twice, it is begun once. */
  id,
  conversation: v.optional(v.string()),
  by: v.picklist(['chat', 'code']),
});
/** Its answer. */
export const begunCobrowseSchema = v.object({
  session: cobrowseSchema,
  /** Six digits, and until when they are good, by the relay's clock, ms. Told once. */
  code: v.optional(v.string()),
  codeUntil: v.optional(v.number()),
  now: v.number(),
});
export type BegunCobrowse = v.InferOutput<typeof begunCobrowseSchema>;

/** `GET /v1/cobrowse`, agents: their own that have not ended, the newest first. */
export const liveCobrowseSchema = v.object({ sessions: v.array(cobrowseSchema), now: v.number() });
export type LiveCobrowse = v.InferOutput<typeof liveCobrowseSchema>;
/** What `POST /v1/cobrowse/:id/end` answers, by either side, also where it had ended before. */
export const endedCobrowseSchema = v.object({ session: cobrowseSchema });
export type EndedCobrowse = v.InferOutput<typeof endedCobrowseSchema>;

/** `POST /v1/cobrowse/redeem`, by anybody on an allowed page: answers with the session, which is `asked` then, and a ticket. */
export const redeemCodeSchema = v.object({ siteKey: v.pipe(v.string(), v.maxLength(64)), code: v.pipe(v.string(), v.maxLength(32)) });
/** `POST /v1/cobrowse/:id/answer`, by the customer's token or the ticket: answers with a ticket, which is empty where it was not allowed. */
export const answerCobrowseSchema = v.object({ allowed: v.boolean() });
/** A ticket is what the customer's browser keeps to come back to the session on the next page. It opens nothing else. */
export const ticketSchema = v.object({ session: cobrowseSchema, ticket: v.string() });
export type CobrowseTicket = v.InferOutput<typeof ticketSchema>;

/** `POST /v1/cobrowse/:id/pass`, by the agent's token or the ticket: what the socket is opened with, once, within half a minute. */
export const passSchema = v.object({ session: cobrowseSchema, pass: v.string(), rules: v.optional(mirrorRulesSchema) });
export type CobrowsePass = v.InferOutput<typeof passSchema>;

/** The path of the socket on which the two sides find each other. */
export const COBROWSE_SOCKET = '/v1/cobrowse/socket';
/** Where PeerJS does its signalling; its own `peerjs` is put behind. */
export const PEERS_PATH = '/v1/peers';

/** What a customer's page tells the relay for the audit trail: nothing of what is on it. */
export const TOLD_KINDS = ['page', 'off-limits', 'control-granted', 'control-refused', 'control-ended'] as const;
export type ToldKind = (typeof TOLD_KINDS)[number];
/** What the customer's page tells the relay: for the trail, or that the customer stopped, which ends the session. */
export const TOLD = [...TOLD_KINDS, 'stopped'] as const;
export type Told = (typeof TOLD)[number];

/** What goes up on the socket, besides binary frames, which are sealed for the other side and are passed on as they are. */
export const upSchema = v.variant('type', [
  /** First of all, within 10 s. */
  v.object({ type: v.literal('join'), pass: v.pipe(v.string(), v.maxLength(128)) }),
  /** Passed on to the other side: how the two agree on a key. */
  v.object({ type: v.literal('signal'), data: v.pipe(v.string(), v.maxLength(4_096)) }),
  v.object({
    type: v.literal('tell'),
    what: v.picklist(TOLD),
    /** The page's origin and path, masked by its rules, with no parameters. */
    page: v.optional(v.pipe(v.string(), v.maxLength(2_048))),
  }),
  v.object({ type: v.literal('ping') }),
]);
export type Up = v.InferOutput<typeof upSchema>;

/** What comes down. */
export const downSchema = v.variant('type', [
  v.object({ type: v.literal('joined'), session: cobrowseSchema, side: v.picklist(MIRROR_SIDES) }),
  /**
   * Both are there: a meeting, with an id of its own. Whoever is `first` begins with the key and calls the other peer. `token` is good once. A side
   * that comes back (another page, another tab, a network that was away) begins a new meeting.
   */
  v.object({
    type: v.literal('met'),
    meeting: v.string(),
    first: v.boolean(),
    peer: v.object({ id: v.string(), token: v.string(), other: v.string() }),
    /** As RTCConfiguration has them. */
    iceServers: v.array(v.object({ urls: v.array(v.string()), username: v.optional(v.string()), credential: v.optional(v.string()) })),
  }),
  /** The other side is away; `elsewhere`: this end's place was taken by another tab, and the socket is closed. */
  v.object({ type: v.literal('parted'), why: v.picklist(['away', 'elsewhere']) }),
  v.object({ type: v.literal('signal'), data: v.string() }),
  /** Allowed, or ended: after that nothing more comes. */
  v.object({ type: v.literal('changed'), session: cobrowseSchema }),
  v.object({ type: v.literal('pong') }),
]);
export type Down = v.InferOutput<typeof downSchema>;
