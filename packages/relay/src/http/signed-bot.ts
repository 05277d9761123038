import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Context } from 'hono';
import * as v from 'valibot';
import { parseTranscript } from '../bot/bot-answer.js';
import { BotFault } from '../bot/call-bot.js';
import { checkSignature } from '../bot/check-signature.js';
import type { Deps } from '../deps.js';
import type { SiteEntry } from '../settings/directory.js';
import type { BotSettings } from '../settings/schema/bot.js';
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

/** What an AI agent sends by itself. */
export interface FromBot {
  readonly key: string;
  readonly site: SiteEntry;
  readonly bot: BotSettings;
  readonly value: unknown;
}

/**
 * Reads what an AI agent sends, signed with the secret of its site's bot as the relay's own questions are; there is no token. Throws
 * `malformed`, and `unauthorized` for a wrong secret as well as for a site that is not there.
 */
export async function fromBot({ directory, newId, now }: Deps, c: Context<RelayEnv>): Promise<FromBot> {
  const body = await c.req.text();
  const { site: key, value } = read(body);
  const site = directory.site(key);
  const header = (name: string): string => c.req.header(`webhook-${name}`) ?? '';
  const signature = { id: header('id'), timestamp: header('timestamp'), signatures: header('signature') };
  checkSignature(site?.bot?.secret ?? newId(), signature, body, now());
  if (!site?.bot) throw new RelayError('unauthorized');
  return { key, site, bot: site.bot, value };
}

/** What was said to it elsewhere. Throws `malformed`. */
export function transcriptIn(value: unknown): ReturnType<typeof parseTranscript> {
  try {
    return parseTranscript(value);
  } catch (fault) {
    throw fault instanceof BotFault ? new RelayError('malformed', 'messages or collected are not of the shape') : fault;
  }
}
