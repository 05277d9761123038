import type { Collected, Recalled } from '@deskbell/protocol/bot.js';
import { markedSchema } from '@deskbell/protocol/commands.js';
import type { Marked } from '@deskbell/protocol/marks.js';
import { cleanText, line, text } from '@deskbell/protocol/text.js';
import * as v from 'valibot';
import { BotFault } from './call-bot.js';

// What comes from an AI agent is as strange as what comes from a browser: cleaned, measured, and refused whole where it is not of the shape.

const words = v.pipe(v.string(), v.transform(cleanText), v.maxLength(2_000));

const collected = v.pipe(
  v.record(v.pipe(line, v.minLength(1)), words),
  v.check((values) => Object.keys(values).length <= 40),
  v.transform((values): Collected[] => Object.entries(values).map(([label, value]) => ({ label, value }))),
);

/** Where to, what the customer wants, and what people should know. */
export const handOverSchema = v.object({ queue: v.optional(v.string()), intent: v.optional(line), note: v.optional(words) });

const answerSchema = v.object({
  messages: v.optional(v.pipe(v.array(markedSchema), v.maxLength(10)), []),
  collected: v.optional(collected, {}),
  handOver: v.optional(handOverSchema),
});

const transcriptSchema = v.object({
  messages: v.pipe(
    v.array(v.object({ by: v.picklist(['customer', 'bot']), text, at: v.optional(v.nullable(v.pipe(v.number(), v.integer())), null) })),
    v.maxLength(500),
  ),
  collected: v.optional(collected, {}),
});

/** What an AI agent says, what it has found out, and whether people are to go on. */
export interface BotAnswer {
  readonly messages: readonly Marked[];
  readonly collected: readonly Collected[];
  readonly handOver?:
    { readonly queue?: string | undefined; readonly intent?: string | undefined; readonly note?: string | undefined } | undefined;
}

function parsed<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (!result.success) throw new BotFault('malformed', v.flatten(result.issues));
  return result.output;
}

/** Throws a {@link BotFault} where it is not of the shape. */
export const parseAnswer = (value: unknown): BotAnswer => parsed(answerSchema, value);

/** Throws a {@link BotFault} where it is not of the shape. */
export const parseTranscript = (value: unknown): { messages: Recalled[]; collected: Collected[] } => parsed(transcriptSchema, value);

/** What is known now: a later value takes the place of an earlier one of the same name. */
export const collectedIn = (before: readonly Collected[], now: readonly Collected[]): Collected[] =>
  Object.entries(Object.fromEntries([...before, ...now].map(({ label, value }) => [label, value]))).map(([label, value]) => ({
    label,
    value,
  }));
