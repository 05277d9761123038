import type { Deps } from '../deps.js';
import { topics } from '../hub/hub.js';
import { tellCobrowse } from '../routing/tell-cobrowse.js';
import { tellRow } from '../routing/tell-row.js';
import type { CobrowseChanged } from '../store/cobrowse-store.js';

/** Tells both sides of a session that it is different now, and the chat that it belongs to what its log has of that. */
export function tellSession({ hub }: Pick<Deps, 'hub'>, { session, talk, again }: CobrowseChanged): void {
  if (again) return;
  const { id, state, site, end } = session;
  tellCobrowse(hub, { id, state, ...(site !== null && { site }), ...(end !== null && { end }) });
  if (!talk) return;
  for (const event of talk.events) hub.publish(topics.conversation(talk.row.id), { kind: 'logged', event });
  tellRow(hub, talk.row, talk.events);
}
