import { topics, type CobrowseNews, type Hub } from '../hub/hub.js';
import type { Changed } from '../store/store.js';

/** Tells both sides of a co-browse session how it stands now. */
export const tellCobrowse = (hub: Hub, session: CobrowseNews): void =>
  hub.publish(topics.cobrowse(session.id), { kind: 'cobrowse', session });

/** The same of one that ended with its chat, where one did. */
export function tellCobrowseOf(hub: Hub, { cobrowse }: Pick<Changed, 'cobrowse'>): void {
  if (cobrowse) tellCobrowse(hub, { ...cobrowse, state: 'ended' });
}
