import type { CustomerState, Introduction } from '@deskbell/client/customer.js';
import { isOpen } from '@deskbell/protocol/conversation.js';
import type { PreChatField } from '@deskbell/protocol/site.js';

/** What is still to be asked before a chat; nothing of somebody whose name is known, where nothing else has to be known. */
export function questions({ site, person, conversation }: CustomerState): readonly PreChatField[] {
  if (!site || (conversation && isOpen(conversation.log.summary.phase))) return [];
  if (!person?.name) return site.preChat;
  const open = site.preChat.filter(({ field }) => field !== 'name');
  return open.some(({ required }) => required) ? open : [];
}

/** What the customer filled in, by the fields' names, as a conversation begins with it. Agents read the answers by their labels. */
export function introduction(fields: readonly PreChatField[], values: Readonly<Record<string, string>>): Introduction {
  const { name, email, ...others } = values;
  const answers = fields.flatMap(({ field, label }) => (others[field] ? [{ field: label, value: others[field] }] : []));
  return { ...(name && { name }), ...(email && { email }), answers };
}
