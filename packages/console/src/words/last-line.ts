import { msg, str } from '@lit/localize';
import { formatLocale } from '@deskbell/parts/locale.js';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';

/** The newest message in one line: its words, or where it has none what came with it. */
export function lastWords({ text, attachments = 0 }: NonNullable<ConversationSummary['lastLine']>): string {
  if (text) return text;
  return attachments > 1 ? msg(str`Attachments: ${attachments.toLocaleString(formatLocale())}`) : msg('Attachment');
}
