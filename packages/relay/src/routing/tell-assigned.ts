import { summaryOf } from '../domain/summary-of.js';
import { topics, type Hub } from '../hub/hub.js';
import type { Assigned } from '../store/routing-store.js';

/** Tells everybody concerned what was given to whom. */
export function tellAssigned(hub: Hub, { row, event }: Assigned): void {
  hub.publish(topics.conversation(row.id), { kind: 'logged', event });
  hub.publish(topics.desk(row.workspace), { kind: 'changed', summary: summaryOf(row) });
}
