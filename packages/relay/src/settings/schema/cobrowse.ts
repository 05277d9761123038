import { MASKINGS } from '@deskbell/protocol/cobrowse.js';
import * as v from 'valibot';
import { origin } from './basics.js';
import { searchPatternSchema } from './pattern.js';

const MAX_SELECTOR = 200;
/** Each star of a path may go over the rest of it again. */
const MAX_STARS = 4;

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** Whether brackets and quotes end where they have to; what stands in quotes, or behind a backslash, counts for nothing. */
function isBalanced(selector: string): boolean {
  const open: string[] = [];
  for (const [sign] of selector.replace(/\\./g, '').matchAll(/"[^"]*"|'[^']*'|["'()[\]]/g)) {
    if (sign.length > 1) continue;
    if (sign === '(' || sign === '[') open.push(sign);
    else if (open.pop() !== PAIRS[sign]) return false;
  }
  return open.length === 0;
}

/** What browsers do with it only they can tell: what does not parse there masks everything. Here it must not be more than a selector. */
const selector = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'is empty'),
  v.maxLength(MAX_SELECTOR, `is longer than ${String(MAX_SELECTOR)} characters`),
  v.check(
    (value) => !/[{};@<]|\/\*|\p{Cc}/u.test(value),
    'is more than a CSS selector: it has a brace, a semicolon, an @, a <, or a comment',
  ),
  v.check((value) => !value.includes('::'), 'names a pseudo-element, which is no element that could be masked'),
  v.check(isBalanced, 'has a bracket or a quote that is not closed'),
);

const list = <S extends v.GenericSchema>(of: S, most: number) =>
  v.pipe(v.array(of), v.maxLength(most, `has more than ${String(most)} entries`));

const selectors = list(selector, 100);

const path = v.pipe(
  v.string(),
  v.maxLength(200, 'is longer than 200 characters'),
  v.regex(/^\//, 'has to begin with a slash, as paths do: /checkout/*'),
  v.regex(/^[^?#\s\p{Cc}]*$/u, 'has to be a path alone, without white space, ? or #'),
  v.check(
    (value) => !value.includes('**') && value.split('*').length <= MAX_STARS + 1,
    `has two stars in a row, or more than ${String(MAX_STARS)}`,
  ),
);

const masking = v.picklist(MASKINGS, 'has to be private or marked');

const page = v.pipe(
  v.strictObject({
    at: path,
    masking: v.optional(masking),
    mask: v.optional(selectors),
    unmask: v.optional(selectors),
    /** Nothing of it is shown. */
    offLimits: v.optional(v.boolean()),
  }),
  v.check((rule) => Object.keys(rule).length > 1, 'says nothing of its pages: give it masking, mask, unmask or offLimits'),
);

/** What agents may see of customers' pages; packages/cobrowse/RULES.md has what no settings change. */
export const cobrowseSchema = v.strictObject({
  enabled: v.optional(v.boolean(), true),
  masking: v.optional(masking, 'private'),
  mask: v.optional(selectors, []),
  unmask: v.optional(selectors, []),
  /** Regular expressions (`v` flag) for what is masked wherever it stands. */
  patterns: v.optional(list(searchPatternSchema, 20), []),
  /** The parameters of addresses whose values may be seen. */
  parameters: v.optional(list(v.pipe(v.string(), v.regex(/^[\w.~[\]-]{1,64}$/, 'is no name of a parameter')), 100), []),
  pages: v.optional(list(page, 50), []),
  /** Whether pictures of what was drawn on a canvas are shown. */
  canvas: v.optional(v.boolean(), false),
  /** Whether an agent may ask to take control. */
  control: v.optional(v.boolean(), true),
  /** Besides the sites' own: where pictures and fonts may come from that are shown to agents. */
  assets: v.optional(list(origin, 20), []),
});
export type CobrowseSettings = v.InferOutput<typeof cobrowseSchema>;
