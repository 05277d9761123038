import type { Deps } from '../deps.js';
import { topics } from '../hub/hub.js';
import type { AgentRow } from '../store/agents-store.js';
import { statusFace } from './standing.js';

type TellDeps = Pick<Deps, 'hub' | 'directory' | 'now'>;

/** Tells every console of an agent what their status is now. */
export function tellStatus({ hub, directory, now }: TellDeps, row: AgentRow): void {
  const settings = directory.workspace(row.workspace);
  if (settings) hub.publish(topics.agent(row.workspace, row.id), { kind: 'status', status: statusFace(row, settings, now()) });
}

/** The same for agents whose slots were taken or freed. That their number is late must not refuse what was done. */
export async function tellSlots(deps: TellDeps & Pick<Deps, 'store' | 'log'>, workspace: string, agents: Iterable<string>): Promise<void> {
  for (const agent of new Set(agents)) {
    try {
      const row = await deps.store.agent(workspace, agent);
      if (row) tellStatus(deps, row);
    } catch (fault) {
      deps.log.warn({ err: fault, agent }, 'an agent could not be told of their slots');
    }
  }
}
