import type { Named } from '@deskbell/protocol/people.js';
import type { Deps } from '../deps.js';
import { tellStatus } from './tell-status.js';

/** Lays Away (Idle) over an agent who let something pass (STA 6): nothing more comes to them till they choose a status again. */
export async function makeIdle(
  deps: Pick<Deps, 'store' | 'hub' | 'directory' | 'now'>,
  agent: Named & { workspace: string },
): Promise<void> {
  tellStatus(deps, await deps.store.changeAgent(agent, () => ({ idle: true })));
}
