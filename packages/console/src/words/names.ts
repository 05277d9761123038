import { msg } from '@lit/localize';
import type { Channel, Disposition } from '@deskbell/protocol/conversation.js';
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
    case 'wrapUp':
      return msg('Wrap-up');
    case 'closed':
      return msg('Closed');
  }
}

export function dispositionName(disposition: Disposition): string {
  switch (disposition) {
    case 'resolved':
      return msg('Resolved');
    case 'abandoned':
      return msg('Abandoned');
    case 'pending':
      return msg('Pending');
  }
}

export function channelName(channel: Channel): string {
  const names: Record<Channel, string> = { chat: msg('Chat') };
  return names[channel];
}

/** A customer's name, or what stands in for one who gave none. */
export const customerName = (name: string): string => name || msg('Visitor');
