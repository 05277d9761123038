import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { CommandOf } from '@deskbell/protocol/commands.js';
import type { Marked } from '@deskbell/protocol/marks.js';
import type { Entry } from './outbox.js';

/** The command that sends a message, and what is kept beside it so that its files are shown till the log has them. */
export function messageOf(
  id: string,
  conversation: string,
  { text, marks }: Marked,
  attachments: readonly Attachment[],
): [CommandOf<'message.send'>, Pick<Entry, 'attachments'>] {
  const files = attachments.map(({ id: file, alt }) => (alt ? { id: file, alt } : { id: file }));
  const command = { type: 'message.send', id, conversation, text, ...(marks?.length && { marks: [...marks] }) } as const;
  return files.length === 0 ? [command, {}] : [{ ...command, attachments: files }, { attachments }];
}
