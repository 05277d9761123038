import * as v from 'valibot';
import { namedSchema } from './people.js';

/** What a response may leave open, to be filled in when it is inserted. */
export const PLACEHOLDERS = [
  'customer.name',
  'customer.firstName',
  'agent.name',
  'agent.firstName',
  'queue.name',
  'workspace.name',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

// White space is cut off behind it: within, it would let an unlucky text take for ever.
const MARK = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g;

const placeholderOf = (name: string): Placeholder | undefined => PLACEHOLDERS.find((each) => each === name.trim());

/**
 * Fills what a text leaves open: `{{customer.name}}`, or `{{customer.name | there}}` with what stands in its place where nothing is known.
 * @param fill - What is to stand there. `name` is undefined where a newer relay knows more, `otherwise` where the text says nothing.
 */
export const filled = (text: string, fill: (name: Placeholder | undefined, otherwise: string | undefined) => string): string =>
  text.replace(MARK, (_, name: string, otherwise?: string) => fill(placeholderOf(name), otherwise?.trim()));

/** What stands in a text like a placeholder and is none, as it is written. */
export const strangersIn = (text: string): string[] =>
  [...text.matchAll(MARK)].filter(([, name = '']) => !placeholderOf(name)).map(([mark]) => mark);

const templateSchema = v.object({ ...namedSchema.entries, text: v.string() });

/** The answer to `GET /v1/responses`: a workspace's standard responses, in the order of the settings. */
export const responseLibrarySchema = v.object({
  /** The same as long as nothing in it changes. */
  version: v.string(),
  categories: v.array(v.object({ ...namedSchema.entries, templates: v.array(templateSchema) })),
});

/** A text that agents send again and again. Its id is its own in the whole library. */
export type Template = v.InferOutput<typeof templateSchema>;
export type ResponseLibrary = v.InferOutput<typeof responseLibrarySchema>;
