import { sideOf } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { cleanLine, id, key } from '@deskbell/protocol/text.js';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Deps } from '../deps.js';
import { reveal } from '../vault/reveal.js';
import { checked } from './checked.js';
import type { MinuteLimit } from './limit.js';
import type { RelayEnv } from './relay-env.js';

const MAX_FIELDS = 100;
/** The longest reason, in UTF-16 code units. */
const MAX_REASON = 500;

const body = v.object({
  id,
  fields: v.pipe(
    v.array(key),
    v.minLength(1, 'is empty'),
    v.maxLength(MAX_FIELDS, `has more than ${String(MAX_FIELDS)}`),
    v.check((names) => new Set(names).size === names.length, 'names a field twice'),
  ),
  reason: v.optional(v.pipe(v.string(), v.transform(cleanLine)), ''),
});

/** Shows masked values of a form to who may see them, each written into the audit trail before it leaves (VT5 to VT10). Wants `bearer` before it. */
export const revealRoutes = (deps: Deps, limit: MinuteLimit) =>
  new Hono<RelayEnv>().post('/:id/forms/:form/reveal', async (c) => {
    const { person } = c.var;
    if (sideOf(person.role) !== 'agent') throw new RelayError('wrong-role');
    await limit.take(`${person.workspace}/${person.id}`);
    const place = v.safeParse(v.object({ id, form: id }), c.req.param());
    if (!place.success) throw new RelayError('not-found');
    const asked = checked(body, await c.req.json().catch(() => undefined));
    if (asked.reason.length > MAX_REASON) throw new RelayError('too-long', `reason: is longer than ${String(MAX_REASON)} characters`);
    return c.json(await reveal(deps, person, { ...asked, conversation: place.output.id, form: place.output.form }));
  });
