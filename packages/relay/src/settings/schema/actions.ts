import { ACTION_FIELD_KINDS } from '@deskbell/protocol/actions.js';
import { CONVERSATION_PLACES, fixedOrigin, placesIn } from '@deskbell/protocol/places.js';
import { key } from '@deskbell/protocol/text.js';
import * as v from 'valibot';
import { MAX_POINTER, pointersIn, textsIn } from '../../domain/templates.js';
import { name, whole } from './basics.js';
import { patternSchema } from './pattern.js';

const MAX_FIELDS = 20;

const field = v.pipe(
  v.strictObject({
    name: key,
    label: name,
    kind: v.picklist(ACTION_FIELD_KINDS),
    options: v.optional(v.pipe(v.array(name), v.minLength(1, 'has no option'), v.maxLength(100, 'has more than 100 options'))),
    required: v.optional(v.boolean(), false),
    pattern: v.optional(patternSchema),
  }),
  v.check(({ kind, options }) => (kind === 'choice') === (options !== undefined), 'has options where, and only where, it is a choice'),
  v.check(({ kind, pattern }) => kind !== 'longText' || pattern === undefined, 'has a pattern, which is for one line'),
);

// What says how a call goes over the wire, and what the relay says itself.
const RESERVED = /^(host|connection|content-length|transfer-encoding|te|trailer|upgrade|expect|accept-encoding|idempotency-key|proxy-.*)$/i;

const headers = v.record(
  v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9-]{1,64}$/, 'is no header'),
    v.check((header) => !RESERVED.test(header), 'is a header that the relay sets'),
  ),
  v.pipe(v.string(), v.regex(/^[\x20-\x7e]{0,2000}$/, 'has a sign that a header cannot have')),
);

const request = v.pipe(
  v.strictObject({
    url: v.pipe(v.string(), v.maxLength(2_000, 'is longer than 2000 characters')),
    method: v.optional(v.picklist(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']), 'POST'),
    headers: v.optional(headers, {}),
    /** Any JSON; its texts may leave something open. */
    body: v.optional(v.unknown()),
  }),
  v.check(({ method, body }) => body === undefined || method !== 'GET', 'has a body, which GET has not'),
);

const pointer = v.pipe(v.string(), v.maxLength(MAX_POINTER), v.regex(/^(\/.*)?$/, 'is no JSON pointer'));
const answer = v.union(
  [
    v.strictObject({ pointer }),
    v.strictObject({
      template: v.pipe(
        v.string(),
        v.maxLength(2_000),
        v.check((text) => pointersIn(text).length > 0, 'has no {/pointer}'),
      ),
    }),
  ],
  'has to be { pointer } or { template }, with {/pointers} in it',
);

const shape = v.strictObject({
  id: key,
  name,
  description: v.optional(name),
  fields: v.optional(v.pipe(v.array(field), v.maxLength(MAX_FIELDS, `has more than ${String(MAX_FIELDS)} fields`)), []),
  request,
  /** What stands for `{secret}` in the headers and the body. */
  secret: v.optional(v.pipe(v.string(), v.regex(/^[\x21-\x7e]([\x20-\x7e]{0,4094}[\x21-\x7e])?$/, 'has to be 1 to 4096 signs of ASCII'))),
  /** What of the answer is shown; all of it where left out. */
  answer: v.optional(answer),
  timeoutSeconds: v.optional(whole(1, 60), 10),
  /** Whether it may call addresses that are not public, and http. */
  allowPrivate: v.optional(v.boolean(), false),
});

type Shape = v.InferOutput<typeof shape>;

/** What a template leaves open that nothing fills. */
const strangersIn = ({ fields }: Shape, templates: readonly string[], more: readonly string[] = []): string[] => {
  const known = new Set<string>([...CONVERSATION_PLACES, ...more, ...fields.map((each) => `field.${each.name}`)]);
  return templates.flatMap(placesIn).filter((place) => !known.has(place));
};

const bodyTexts = ({ request: { headers: sent, body } }: Shape): string[] => [...Object.values(sent), ...textsIn(body)];
const said = (strangers: readonly string[]): string =>
  `leaves open ${strangers.map((each) => `{${each}}`).join(', ')}, which nothing fills`;

const isSecure = ({ request: { url }, allowPrivate }: Shape): boolean => {
  const origin = fixedOrigin(url);
  return origin !== undefined && (origin.startsWith('https://') || (allowPrivate && origin.startsWith('http://')));
};

/** What agents may have the relay do: a form, and the call that it makes of it. */
export const actionSchema = v.pipe(
  shape,
  v.check(
    isSecure,
    'request.url has to be https (or http with allowPrivate) with an origin that is not left open, and no name and password',
  ),
  v.check(
    (action) => strangersIn(action, [action.request.url]).length === 0,
    ({ input }) => `request.url ${said(strangersIn(input, [input.request.url]))}`,
  ),
  v.check(
    (action) => strangersIn(action, bodyTexts(action), ['secret']).length === 0,
    ({ input }) => `request ${said(strangersIn(input, bodyTexts(input), ['secret']))}`,
  ),
  v.check(
    (action) => action.secret !== undefined || !bodyTexts(action).flatMap(placesIn).includes('secret'),
    'leaves open {secret}, and has none',
  ),
);
export type ActionSettings = v.InferOutput<typeof actionSchema>;
