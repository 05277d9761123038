import { key } from '@deskbell/protocol/text.js';
import * as v from 'valibot';
import { agentId, chats, name, skillLevels } from './basics.js';

/** Conversations at once, for whoever has no number of their own. */
export const slotsSchema = v.strictObject({ chat: v.optional(chats, 3) });

/** What is known of an agent besides the token: people who are not listed work all the same, without skills. */
export const personSchema = v.strictObject({
  id: agentId,
  name: v.optional(name),
  skills: v.optional(skillLevels, {}),
  slots: v.optional(v.strictObject({ chat: v.optional(chats) }), {}),
});

/** A status that agents choose, besides Available and Away. The tag says what it means for routing. */
export const statusSchema = v.strictObject({ id: key, name, tag: v.picklist(['available', 'busy', 'away']) });
