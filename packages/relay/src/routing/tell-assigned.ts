import { topics, type Hub } from '../hub/hub.js';
import type { Assigned } from '../store/routing-store.js';
import { tellRow } from './tell-row.js';

/** Tells everybody concerned what was given to whom. */
export function tellAssigned(hub: Hub, { row, event }: Assigned): void {
  hub.publish(topics.conversation(row.id), { kind: 'logged', event });
  tellRow(hub, row, [event]);
}
