import { key, line } from '@deskbell/protocol/text.js';
import * as v from 'valibot';
import { patternFault } from '../../domain/redaction.js';
import { name, whole } from './basics.js';

const pattern = v.pipe(
  v.string(),
  v.check(
    (value) => patternFault(value) === undefined,
    ({ input }) => patternFault(input) ?? '',
  ),
);

const intent = v.strictObject({
  id: key,
  name,
  /** Any of these in what the customer wrote; English words in any form (`refund` is in "refunded"). */
  phrases: v.pipe(
    v.array(v.pipe(line, v.minLength(2, 'is too short'))),
    v.minLength(1, 'has no phrase'),
    v.maxLength(50, 'has more than 50'),
  ),
});

/** What AI may do in a workspace. `rewrite`, `assist` and `summary` need a model, and send it what was said. */
export const aiSchema = v.strictObject({
  /** "Make more friendly", "Make more formal", "Expand". */
  rewrite: v.optional(v.boolean(), false),
  /** "AI Assist". */
  assist: v.optional(v.boolean(), false),
  /** "AI Summary", and summaries on arrival that a model writes. */
  summary: v.optional(v.boolean(), false),
  /** A summary for whoever gets a conversation. Without `summary`, or a model, it is picked on the relay. */
  arrival: v.optional(v.boolean(), true),
  /** What the model may read and write in a day (UTC), in tokens, over all relays. */
  dailyTokens: v.optional(whole(0, 1_000_000_000), 500_000),
  /** What never reaches the model, besides card numbers: `#` a digit, `?` a character, `*` up to 40 without white space. */
  redact: v.optional(v.pipe(v.array(pattern), v.maxLength(50, 'has more than 50 patterns')), []),
  intents: v.optional(v.pipe(v.array(intent), v.maxLength(100, 'has more than 100 intents')), []),
});

export type AiSettings = v.InferOutput<typeof aiSchema>;
