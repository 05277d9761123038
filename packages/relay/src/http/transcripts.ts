import { RelayError } from '@deskbell/protocol/refusals.js';
import { id } from '@deskbell/protocol/text.js';
import { Hono } from 'hono';
import * as v from 'valibot';
import { recalled } from '../bot/recalled.js';
import type { Deps } from '../deps.js';
import { tellChanged } from '../routing/tell-changed.js';
import type { MinuteLimit } from './limit.js';
import type { RelayEnv } from './relay-env.js';
import { fromBot, transcriptIn } from './signed-bot.js';

/**
 * What was said to an AI agent elsewhere, sent by that AI agent where it cannot wait till it is asked (B9). What is there already stays,
 * and is no fault.
 */
export const transcriptRoutes = (deps: Deps, perAddress: MinuteLimit) =>
  new Hono<RelayEnv>().post('/:id/transcript', async (c) => {
    await perAddress.take(c.var.address);
    const { store, hub, newId, now } = deps;
    const { key, site, bot, value } = await fromBot(deps, c);
    const wanted = v.safeParse(id, c.req.param('id'));
    if (!wanted.success) throw new RelayError('not-found');
    const transcript = transcriptIn(value);
    const changed = await store.changeConversation(site.workspace.id, wanted.output, newId(), (row) => {
      const state = row.bot;
      if (row.site !== key || state?.transcript == null) throw new RelayError('not-found');
      if (state.transcript === 'there') return { row: {}, events: [] };
      return recalled(state, bot, { id: newId(), at: now() }, transcript);
    });
    if (changed.events.length) tellChanged({ hub }, changed);
    return c.body(null, 204);
  });
