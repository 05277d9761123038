import { preChatFieldSchema } from '@deskbell/protocol/site.js';
import { key, line } from '@deskbell/protocol/text.js';
import * as v from 'valibot';
import { botSchema } from './bot.js';
import { name, origins, secret } from './basics.js';

/** A web site with the chat on it. */
export const siteSchema = v.strictObject({
  key,
  name,
  origins,
  /** What the site's own server signs the identity of its customers with (HS256). */
  secret: v.optional(secret),
  queue: key,
  greeting: v.optional(line, ''),
  usualReplyMinutes: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0))), null),
  /** The AI agent that customers talk to first, or have talked to elsewhere. */
  bot: v.optional(botSchema),
  preChat: v.optional(v.pipe(v.array(v.strictObject(preChatFieldSchema.entries)), v.maxLength(20)), []),
});
