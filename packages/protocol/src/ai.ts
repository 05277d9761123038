import * as v from 'valibot';
import { REFUSALS, type RefusalCode } from './refusals.js';
import { id, text } from './text.js';

/** In what way a draft is rewritten. */
export const MANNERS = ['friendlier', 'more-formal', 'longer'] as const;
export type Manner = (typeof MANNERS)[number];

/** What a model may be asked to write; each is `POST /v1/ai/` and its name. */
export const aiTaskSchemas = {
  /** The draft in other words. */
  rewrite: v.object({ conversation: id, text, how: v.picklist(MANNERS) }),
  /** The agent's next reply. */
  assist: v.object({ conversation: id }),
  /** What has happened so far, for the notes. */
  summary: v.object({ conversation: id }),
} as const;

type TaskName = keyof typeof aiTaskSchemas;
export type AiTaskOf<T extends TaskName> = { readonly task: T } & v.InferOutput<(typeof aiTaskSchemas)[T]>;
export type AiTask = { [T in TaskName]: AiTaskOf<T> }[TaskName];

/**
 * What an answer to a task is made of, one server-sent event each: pieces of plain text, and at the end `done`, or why it goes no further.
 * An answer that ends without either was cut off.
 */
export const aiPieceSchema = v.variant('type', [
  v.object({ type: v.literal('text'), text: v.string() }),
  v.object({ type: v.literal('done') }),
  v.object({
    type: v.literal('refused'),
    /** What this build does not know, from a newer relay, is read as `internal`. */
    code: v.fallback(v.picklist(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]), 'internal'),
    detail: v.string(),
  }),
]);
export type AiPiece = v.InferOutput<typeof aiPieceSchema>;
