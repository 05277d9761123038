import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { Named } from '@deskbell/protocol/people.js';
import { cleanText, id, text } from '@deskbell/protocol/text.js';
import * as v from 'valibot';

/** What a panel's page says, by `parent.postMessage(message, '*')` or better the console's origin. */
export type PanelMessage =
  | { readonly deskbell: 'ready' }
  | { readonly deskbell: 'openConversation'; readonly conversation: string }
  /** Puts text into the draft of the conversation that is open; it is never sent. */
  | { readonly deskbell: 'insertDraft'; readonly text: string };

/** What a panel's page is told: after `ready`, and with every change. */
export type DeskMessage =
  | {
      readonly deskbell: 'conversation';
      readonly conversation: Pick<ConversationSummary, 'id' | 'channel' | 'phase' | 'queue' | 'agent' | 'startedAt' | 'engagement'>;
    }
  | { readonly deskbell: 'customer'; readonly customer: Named & { readonly email?: string } };

const messageSchema = v.variant('deskbell', [
  v.object({ deskbell: v.literal('ready') }),
  v.object({ deskbell: v.literal('openConversation'), conversation: id }),
  v.object({ deskbell: v.literal('insertDraft'), text }),
]);

/** What a message says; undefined for whatever is none. */
export function readMessage(data: unknown): PanelMessage | undefined {
  const result = v.safeParse(messageSchema, data);
  return result.success ? result.output : undefined;
}

/** What a page is to know of a conversation. */
export function messagesOf(row: ConversationSummary, email: string | undefined): readonly DeskMessage[] {
  const { id: conversation, channel, phase, queue, agent, startedAt, engagement, customer } = row;
  return [
    { deskbell: 'conversation', conversation: { id: conversation, channel, phase, queue, agent, startedAt, engagement } },
    { deskbell: 'customer', customer: { ...customer, ...(email && { email: cleanText(email) }) } },
  ];
}
