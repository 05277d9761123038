import { RelayError } from '@deskbell/protocol/refusals.js';
import { id } from '@deskbell/protocol/text.js';
import { Hono } from 'hono';
import * as v from 'valibot';
import { parseTranscript } from '../bot/bot-answer.js';
import { BotFault } from '../bot/call-bot.js';
import { checkSignature } from '../bot/check-signature.js';
import { recalled } from '../bot/recalled.js';
import type { Deps } from '../deps.js';
import { tellChanged } from '../routing/tell-changed.js';
import type { MinuteLimit } from './limit.js';
import type { RelayEnv } from './relay-env.js';

const siteSchema = v.object({ site: v.string() });

function read(body: string): { readonly site: string; readonly value: unknown } {
  try {
    const value: unknown = JSON.parse(body);
    return { ...v.parse(siteSchema, value), value };
  } catch {
    throw new RelayError('malformed', 'the body has to be JSON, with the site');
  }
}

function transcriptIn(value: unknown): ReturnType<typeof parseTranscript> {
  try {
    return parseTranscript(value);
  } catch (fault) {
    throw fault instanceof BotFault ? new RelayError('malformed', 'messages or collected are not of the shape') : fault;
  }
}

/**
 * What was said to an AI agent elsewhere, sent by that AI agent where it cannot wait till it is asked (B9). Signed with the secret of its
 * site's bot, as the relay's own questions are; there is no token. What is there already stays, and is no fault.
 */
export const transcriptRoutes = ({ store, directory, hub, newId, now }: Deps, perAddress: MinuteLimit) =>
  new Hono<RelayEnv>().post('/:id/transcript', async (c) => {
    await perAddress.take(c.var.address);
    const body = await c.req.text();
    const { site, value } = read(body);
    const { bot, workspace } = directory.site(site) ?? {};
    const header = (name: string): string => c.req.header(`webhook-${name}`) ?? '';
    // A site that is not there and a wrong secret get the same answer.
    const signature = { id: header('id'), timestamp: header('timestamp'), signatures: header('signature') };
    checkSignature(bot?.secret ?? newId(), signature, body, now());
    if (!bot || !workspace) throw new RelayError('unauthorized');
    const wanted = v.safeParse(id, c.req.param('id'));
    if (!wanted.success) throw new RelayError('not-found');
    const transcript = transcriptIn(value);
    const changed = await store.changeConversation(workspace.id, wanted.output, newId(), (row) => {
      const state = row.bot;
      if (row.site !== site || state?.transcript == null) throw new RelayError('not-found');
      if (state.transcript === 'there') return { row: {}, events: [] };
      return recalled(state, bot, { id: newId(), at: now() }, transcript);
    });
    if (changed.events.length) tellChanged({ hub }, changed);
    return c.body(null, 204);
  });
