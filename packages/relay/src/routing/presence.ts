import type { Person } from '@deskbell/protocol/people.js';
import type { Deps } from '../deps.js';
import { AWAY } from '../domain/agent-status.js';
import type { WorkspaceSettings } from '../settings/schema/workspace.js';
import type { AgentRow } from '../store/agents-store.js';

/** How long somebody counts as there after a relay had their socket last, ms. */
export const LEASE = 15_000;

/** How often a relay says whose sockets it has, ms. */
export const SEEN_EVERY = 5_000;

/** An agent opened a session: they are there, and after a sign-out log in anew, with login prep where there is one (STA 2). */
export function agentCame({ store, now }: Pick<Deps, 'store' | 'now'>, person: Person, settings: WorkspaceSettings): Promise<AgentRow> {
  const { id, name, workspace } = person;
  return store.changeAgent({ id, name, workspace }, ({ seenUntil }) => {
    const at = now();
    const prep = settings.loginPrepSeconds * 1_000;
    const anew = { status: AWAY.id, idle: false, prepUntil: prep > 0 ? at + prep : null, idleSince: at };
    return { name, seenUntil: at + LEASE, ...(seenUntil === null && anew) };
  });
}
