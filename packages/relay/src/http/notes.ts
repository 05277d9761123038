import type { NotesPage } from '@deskbell/protocol/notes.js';
import { sideOf } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { id } from '@deskbell/protocol/text.js';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Deps } from '../deps.js';
import { checked } from './checked.js';
import { page, whole } from './paging.js';
import type { RelayEnv } from './relay-env.js';

/** The most notes in one answer: they may be long. */
const MAX_NOTES = 50;

const query = v.object({ page, limit: v.optional(whole(MAX_NOTES), '20') });

/** What agents wrote down about a customer, over HTTP (P14). Wants `bearer` before it. */
export const noteRoutes = ({ store }: Deps) =>
  new Hono<RelayEnv>().get('/:id/notes', async (c) => {
    const { role, workspace } = c.var.person;
    if (sideOf(role) !== 'agent') throw new RelayError('wrong-role');
    const { page: from = null, limit } = checked(query, c.req.query());
    const wanted = v.safeParse(id, c.req.param('id'));
    // Another workspace's and one that is not there get the same answer.
    const customer = wanted.success ? await store.customer(workspace, wanted.output) : undefined;
    if (!customer) throw new RelayError('not-found');
    const found: NotesPage = await store.notes({ workspace, customer: customer.id, page: from, limit });
    return c.json(found);
  });
