import { RelayError } from '@deskbell/protocol/refusals.js';
import { id } from '@deskbell/protocol/text.js';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Deps } from '../deps.js';
import { tellRow } from '../routing/tell-row.js';
import type { RelayEnv } from './relay-env.js';

/** Erases what is kept of a customer as a person, for admins (VT15). Wants `bearer` before it. */
export const erasingRoutes = ({ store, hub, now }: Deps) =>
  new Hono<RelayEnv>().delete('/:id', async (c) => {
    const { workspace, role, id: admin, name } = c.var.person;
    if (role !== 'admin') throw new RelayError('wrong-role');
    const wanted = v.safeParse(id, c.req.param('id'));
    if (!wanted.success) throw new RelayError('not-found');
    await store.eraseCustomer(workspace, wanted.output, { at: now(), who: { id: admin, name, role } });
    // Whoever has it before them is to see the name go.
    const open = await store.openConversationOf(workspace, wanted.output);
    if (open) tellRow(hub, open, []);
    return c.body(null, 204);
  });
