import * as v from 'valibot';

/** Something that an AI agent found out before it handed a conversation over: what it is, and what was said. */
export const collectedSchema = v.object({ label: v.string(), value: v.string() });
export type Collected = v.InferOutput<typeof collectedSchema>;

/** Why an AI agent could not go on, or its transcript not be fetched. */
export const BOT_FAULTS = ['time-out', 'unreachable', 'status', 'too-large', 'malformed', 'forbidden-address'] as const;
export type BotFaultName = (typeof BOT_FAULTS)[number];

/** A line of a conversation with an AI agent that was held elsewhere, before this one. */
export const recalledSchema = v.object({
  by: v.picklist(['customer', 'bot']),
  text: v.string(),
  /** Milliseconds since 1970; null where nobody knows. */
  at: v.nullable(v.number()),
});
export type Recalled = v.InferOutput<typeof recalledSchema>;
