import type { Deps } from '../deps.js';
import { runFlow, type FlowEffect } from '../domain/flows.js';
import { stepOfRelay } from '../domain/permissions.js';
import type { QueueSettings, WorkspaceSettings } from '../settings/schema/workspace.js';
import type { Change, ConversationRow, NewEvent } from '../store/store.js';
import { isQueueOpen, nameOf, queueOf, waitsUntil } from './queue-rules.js';
import { SYSTEM } from './system.js';
import { tellChanged } from './tell-changed.js';

type FlowDeps = Pick<Deps, 'store' | 'hub' | 'directory' | 'now' | 'newId' | 'wake'>;

/** A conversation while a flow runs over it. */
interface Run {
  row: Change['row'];
  readonly events: NewEvent[];
  timers: NonNullable<Change['timers']>;
}

/** What each effect does to a conversation that waits. */
function take(
  run: Run,
  effect: FlowEffect,
  row: ConversationRow,
  settings: WorkspaceSettings,
  told: () => Pick<NewEvent, 'id' | 'at' | 'by'>,
): void {
  const { at } = told();
  switch (effect.type) {
    case 'say':
      run.events.push({ type: 'message.sent', ...told(), text: effect.text });
      return;
    case 'move': {
      const queue = queueOf(settings, effect.queue);
      // Settings that run have no flow to a queue that they have not.
      if (!queue) return;
      const waiting = { queue: nameOf(queue), priority: queue.priority, waitingSince: at, offer: null, refused: {} };
      run.row = { ...run.row, phase: stepOfRelay('requeue', row), ...waiting };
      run.events.push({ type: 'conversation.transferred', ...told(), queue: nameOf(queue), agent: null, priority: queue.priority });
      run.timers = { ...run.timers, offer: null, wait: waitsUntil(queue, at) ?? null };
      return;
    }
    case 'end':
      run.row = { ...run.row, phase: stepOfRelay('leave', row), endedAt: at, awaitingSince: null, offer: null };
      run.events.push({ type: 'conversation.ended', ...told() });
      run.timers = { ...run.timers, offer: null, wait: null };
      return;
    case 'ask-form':
    case 'ask-survey':
      throw new Error(`a flow asks for a ${effect.type === 'ask-form' ? 'form' : 'survey'}, which settings are not let through with`);
  }
}

/** Runs a flow over a conversation that waits; nothing where it waits no more. */
async function run(
  deps: FlowDeps,
  workspace: string,
  conversation: string,
  choose: (queue: QueueSettings, settings: WorkspaceSettings) => string | undefined,
): Promise<void> {
  const settings = deps.directory.workspace(workspace);
  if (!settings) return;
  const at = deps.now();
  const told = (): Pick<NewEvent, 'id' | 'at' | 'by'> => ({ id: deps.newId(), at, by: SYSTEM });
  const changed = await deps.store.changeConversation(workspace, conversation, deps.newId(), (row) => {
    const queue = queueOf(settings, row.queue.id);
    const flow = row.phase === 'waiting' && queue ? settings.flows.find(({ id }) => id === choose(queue, settings)) : undefined;
    const state: Run = { row: {}, events: [], timers: {} };
    for (const effect of flow ? runFlow(flow).effects : []) take(state, effect, row, settings, told);
    return state;
  });
  if (changed.events.length === 0) return;
  tellChanged(deps, changed);
  deps.wake(workspace);
  // Another queue may be closed as well.
  if (changed.row.phase === 'waiting' && changed.events.some(({ type }) => type === 'conversation.transferred'))
    await runOutOfHours(deps, workspace, conversation);
}

/** The wait is up: what the queue has for want of agents (RTG 3). Whoever is being offered to somebody at this moment goes on waiting for that. */
export const runNoAgents = (deps: FlowDeps, workspace: string, conversation: string): Promise<void> =>
  run(deps, workspace, conversation, ({ noAgents }) => noAgents);

/** Outside the queue's hours: what it has for that (RTG 3). */
export const runOutOfHours = (deps: FlowDeps, workspace: string, conversation: string): Promise<void> =>
  run(deps, workspace, conversation, (queue, settings) => (isQueueOpen(settings, queue, deps.now()) ? undefined : queue.outOfHours));
