import { msg } from '@lit/localize';
import type { Channel, Disposition } from '@deskbell/protocol/conversation.js';
import { dispositionWord } from '@deskbell/parts/rows/notice.js';
import type { DeskQueue } from '@deskbell/protocol/site.js';
import type { Standing } from '../standing.js';

/** The word beside a dot. */
export function standingWord(standing: Standing): string {
  switch (standing) {
    case 'waiting':
      return msg('Waiting');
    case 'engaged':
      return msg('Engaged');
    case 'overdue':
      return msg('Overdue');
    case 'snoozed':
      return msg('Snoozed');
    case 'wrapUp':
      return msg('Wrap-up');
    case 'closed':
      return msg('Closed');
  }
}

/** A disposition by its name in the workspace; a built-in one in the reader's language. */
export function dispositionName(code: Disposition, queue?: DeskQueue): string {
  const word = dispositionWord(code);
  return word === code ? (queue?.dispositions.find(({ id }) => id === code)?.name ?? code) : word;
}

export function channelName(channel: Channel): string {
  const names: Record<Channel, string> = { chat: msg('Chat') };
  return names[channel];
}

/** A customer's name, or what stands in for one who gave none. */
export const customerName = (name: string): string => name || msg('Visitor');
