import { msg } from '@lit/localize';
import type { PendingMessage } from '@deskbell/client/connection.js';
import type { RefusalCode } from '@deskbell/protocol/refusals.js';

const reason = (why: RefusalCode | undefined): string => {
  if (why === 'too-long') return msg('It is too long');
  if (why === 'wrong-phase') return msg('The chat had ended');
  return msg('The relay refused it');
};

/** What is not in the log yet, with the reason in the reader's language where it never will be. The same array where nothing was refused. */
export const explained = (pending: readonly PendingMessage[]) =>
  pending.some(({ state }) => state === 'refused')
    ? pending.map(({ why, ...message }) => (message.state === 'refused' ? { ...message, why: reason(why) } : message))
    : (pending as readonly Omit<PendingMessage, 'why'>[]);
