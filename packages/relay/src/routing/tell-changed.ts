import type { Deps } from '../deps.js';
import { topics } from '../hub/hub.js';
import type { Changed } from '../store/store.js';
import { tellCobrowseOf } from './tell-cobrowse.js';
import { tellRow } from './tell-row.js';

/** Tells everybody concerned what the relay has changed by itself; places in the queue are counted anew. */
export function tellChanged({ hub }: Pick<Deps, 'hub'>, { row, events, cobrowse }: Changed): void {
  for (const event of events) hub.publish(topics.conversation(row.id), { kind: 'logged', event });
  tellRow(hub, row, events);
  tellCobrowseOf(hub, { cobrowse });
  hub.publish(topics.queues(row.workspace), { kind: 'moved', queue: row.queue.id });
}
