import { msg } from '@lit/localize';
import type { Channel, Disposition } from '@deskbell/protocol/conversation.js';
import { dispositionWord } from '@deskbell/parts/rows/notice.js';
import type { DeskFace } from '@deskbell/protocol/site.js';
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

/** The names of a workspace's own dispositions, by code: those of that queue before those of others that the conversation came from. */
export function dispositionNames(desk: DeskFace | undefined, queue: string): ReadonlyMap<string, string> {
  if (!desk) return new Map();
  const own = desk.queues.find(({ id }) => id === queue)?.dispositions ?? [];
  const all = [desk.systemDisposition, ...desk.queues.flatMap(({ dispositions }) => dispositions), ...own];
  return new Map(all.filter(({ id }) => dispositionWord(id) === id).map(({ id, name }) => [id, name]));
}

/** A disposition by its name in the workspace; a built-in one in the reader's language. */
export const dispositionName = (code: Disposition, desk: DeskFace | undefined, queue: string): string =>
  dispositionNames(desk, queue).get(code) ?? dispositionWord(code);

export function channelName(channel: Channel): string {
  const names: Record<Channel, string> = { chat: msg('Chat') };
  return names[channel];
}

/** A customer's name, or what stands in for one who gave none. */
export const customerName = (name: string): string => name || msg('Visitor');
