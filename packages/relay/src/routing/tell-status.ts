import { RelayError } from '@deskbell/protocol/refusals.js';
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
  const ids = [...new Set(agents)];
  if (ids.length === 0) return;
  try {
    for (const row of await deps.store.agents(workspace, ids)) tellStatus(deps, row);
  } catch (fault) {
    if (!(fault instanceof RelayError)) deps.log.error({ err: fault, workspace }, 'agents could not be told of their slots');
  }
}
