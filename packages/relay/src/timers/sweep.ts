import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';
import { stepOfRelay } from '../domain/permissions.js';
import { makeIdle } from '../routing/make-idle.js';
import { looksAfter, queueOf } from '../routing/queue-rules.js';
import { SYSTEM } from '../routing/system.js';
import { tellChanged } from '../routing/tell-changed.js';
import type { WorkspaceSettings } from '../settings/schema/workspace.js';

/** The most conversations of vanished agents that one look gives back. */
const BATCH = 200;

/** The most masked values that one look erases; what is left is erased by the next. */
const ERASED = 1_000;

/** Gives a conversation back to its queue, in its old place (STA 5); nothing where its agent is back, or it is theirs no more. */
async function giveBack(deps: Deps, settings: WorkspaceSettings, conversation: string, agent: string): Promise<void> {
  try {
    const changed = await deps.store.changeForAgent(settings.id, conversation, deps.newId(), agent, (row, { seenUntil }) => {
      const at = deps.now();
      if (row.agent?.id !== agent || seenUntil === null || seenUntil > at) throw new RelayError('wrong-phase');
      const queue = queueOf(settings, row.queue.id);
      // In its old place, but not at the end of its wait: somebody was there for it till now.
      const until = queue && looksAfter(settings, queue, at);
      return {
        row: { phase: stepOfRelay('giveBack', row), agent: null, acceptedAt: null, assignedAt: null, snoozedUntil: null, refused: {} },
        events: [{ type: 'conversation.returned', id: deps.newId(), at, by: SYSTEM, queue: row.queue, why: 'vanished' }],
        timers: { snooze: null, wait: until ?? null },
      };
    });
    tellChanged(deps, changed);
    deps.wake(settings.id);
  } catch (fault) {
    if (!(fault instanceof RelayError) || fault.code === 'unavailable') throw fault;
  }
}

/** Gives back what agents had who have been gone for too long. */
async function takeBack(deps: Deps, settings: WorkspaceSettings): Promise<void> {
  const seenBefore = deps.now() - settings.inactivitySeconds * 1_000;
  for (const { id, agent } of await deps.store.abandoned(settings.id, seenBefore, BATCH)) await giveBack(deps, settings, id, agent);
}

/**
 * Looks for what no event tells of: agents whose browsers vanished, customers who wait too long for a reply (STA 5, STA 6), and masked values
 * whose time is up (FM8).
 * @param since - Since when this relay has looked without a break, ms. Nobody's absence counts from before: it may have been ours.
 */
export async function sweep(deps: Deps, since: number): Promise<void> {
  const { store, directory, metrics, now } = deps;
  await store.eraseExpired(now(), ERASED);
  metrics.cobrowsing(await store.countCobrowse());
  for (const settings of directory.workspaces) {
    const { id, inactivitySeconds, idleSeconds } = settings;
    if (now() - since >= inactivitySeconds * 1_000) await takeBack(deps, settings);
    if (idleSeconds === 0) continue;
    const late = new Set((await store.unanswered(id, now() - idleSeconds * 1_000)).map(({ agent }) => agent));
    for (const agent of late) await lieIdle(deps, id, agent);
  }
}

async function lieIdle(deps: Deps, workspace: string, agent: string): Promise<void> {
  const row = await deps.store.agent(workspace, agent);
  if (row && !row.idle) await makeIdle(deps, row);
}
