import { sideOf } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { id, key } from '@deskbell/protocol/text.js';
import { Hono } from 'hono';
import * as v from 'valibot';
import { ActionDesk } from '../actions/perform-action.js';
import { callOut, type CallOut } from '../services/call-out.js';
import type { Deps } from '../deps.js';
import { checked } from './checked.js';
import type { RelayEnv } from './relay-env.js';

const body = v.object({ id, action: key, values: v.record(key, v.pipe(v.string(), v.maxLength(10_000))) });

/**
 * Has the relay call a service for a conversation. Over HTTP, since nothing on the socket is to wait for a slow one; the answer comes here,
 * and as an event of the log. Whoever goes away cancels it. Wants `bearer` before it.
 */
export function actionRoutes(deps: Deps, call: CallOut = callOut()) {
  const desk = new ActionDesk(deps, call);
  return new Hono<RelayEnv>().post('/:id/actions', async (c) => {
    const { person } = c.var;
    if (sideOf(person.role) !== 'agent') throw new RelayError('wrong-role');
    const wanted = v.safeParse(id, c.req.param('id'));
    if (!wanted.success) throw new RelayError('not-found');
    const asked = checked(body, await c.req.json().catch(() => undefined));
    const event = await desk.perform(person, { ...asked, conversation: wanted.output }, c.req.raw.signal);
    return c.json({ event }, event ? 200 : 202);
  });
}
