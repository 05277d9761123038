import type { LogEvent } from '@deskbell/protocol/events.js';
import { summaryOf } from '../domain/summary-of.js';
import { topics, type Hub } from '../hub/hub.js';
import type { ConversationRow } from '../store/store.js';

const TAKES: readonly LogEvent['type'][] = ['conversation.accepted', 'conversation.transferred'];

/** Tells agents that a row is different now, each as much as they may see. @param events - What has changed it. */
export function tellRow(hub: Hub, row: ConversationRow, events: readonly LogEvent[]): void {
  // With an AI agent it is in nobody's tray.
  if (row.phase === 'bot') return;
  const taken = row.phase === 'active' && events.some(({ type }) => TAKES.includes(type));
  hub.publish(topics.desk(row.workspace), { kind: 'changed', summary: summaryOf(row), taken });
}
