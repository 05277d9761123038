import { PLACEHOLDERS, strangersIn } from '@deskbell/protocol/responses.js';
import { key, text } from '@deskbell/protocol/text.js';
import * as v from 'valibot';
import { name } from './basics.js';

const MAX_CATEGORIES = 200;
const MAX_TEMPLATES = 2_000;
/** Of all texts together, in UTF-16 code units: what a console fetches in a second, and searches without a pause. */
const MAX_LIBRARY = 2_000_000;

const template = v.strictObject({
  id: key,
  name,
  text: v.pipe(
    text,
    v.check(
      (value) => strangersIn(value).length === 0,
      ({ input }) => `has ${strangersIn(input).join(', ')}, which nothing fills (there are ${PLACEHOLDERS.join(', ')})`,
    ),
  ),
});

const category = v.strictObject({ id: key, name, templates: v.array(template) });

type Categories = readonly v.InferOutput<typeof category>[];

const templatesOf = (categories: Categories) => categories.flatMap(({ templates }) => templates);

const lengthOf = (categories: Categories): number => templatesOf(categories).reduce((sum, each) => sum + each.text.length, 0);

/** The standard responses, by category. */
export const responsesSchema = v.pipe(
  v.array(category),
  v.maxLength(MAX_CATEGORIES, `has more than ${String(MAX_CATEGORIES)} categories`),
  v.check((categories) => templatesOf(categories).length <= MAX_TEMPLATES, `has more than ${String(MAX_TEMPLATES)} templates`),
  v.check((categories) => lengthOf(categories) <= MAX_LIBRARY, `is longer than ${String(MAX_LIBRARY)} characters altogether`),
);
