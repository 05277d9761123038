import { MAX_PAGE } from '@deskbell/protocol/commands.js';
import { sideOf } from '@deskbell/protocol/people.js';
import { seenBy } from '@deskbell/protocol/projection.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { id } from '@deskbell/protocol/text.js';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Deps } from '../deps.js';
import { FIRST_PAGE, newestThatFit } from '../domain/pages.js';
import { mustRead } from '../domain/permissions.js';
import { summaryOf } from '../domain/summary-of.js';
import { checked } from './checked.js';
import { page, whole } from './paging.js';
import type { RelayEnv } from './relay-env.js';

const closedQuery = v.object({
  /** Of this customer only; any search is left aside then. */
  customer: v.optional(id),
  phase: v.optional(v.literal('closed')),
  search: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  page,
  limit: v.optional(whole(MAX_PAGE), '50'),
});

const eventsQuery = v.object({
  before: v.optional(whole(2_147_483_647), '2147483647'),
  limit: v.optional(whole(MAX_PAGE), String(FIRST_PAGE)),
});

/** Conversations over HTTP: the closed ones, and the log of one. Wants `bearer` before it. */
export const conversationRoutes = ({ store }: Deps) =>
  new Hono<RelayEnv>()
    .get('/', async (c) => {
      const { person } = c.var;
      if (sideOf(person.role) !== 'agent') throw new RelayError('wrong-role');
      const { page: from = null, ...query } = checked(closedQuery, c.req.query());
      const { conversations, next } = await store.closed({ workspace: person.workspace, ...query, page: from });
      return c.json({ conversations: conversations.map(summaryOf), next });
    })
    .get('/:id/events', async (c) => {
      const { person } = c.var;
      const { before, limit } = checked(eventsQuery, c.req.query());
      const wanted = v.safeParse(id, c.req.param('id'));
      const row = mustRead(person, wanted.success ? await store.conversation(person.workspace, wanted.output) : undefined);
      const events = newestThatFit(await store.eventsBefore(row.id, before, limit));
      return c.json({ events: events.map((event) => seenBy(sideOf(person.role), event)) });
    });
