import { engagementAtEnd } from '@deskbell/protocol/conversation.js';
import type { Deps } from '../deps.js';
import { runFlow, type FlowEffect } from '../domain/flows.js';
import { stepOfRelay } from '../domain/permissions.js';
import { topics } from '../hub/hub.js';
import type { QueueSettings, WorkspaceSettings } from '../settings/schema/workspace.js';
import type { Change, ConversationRow, NewEvent } from '../store/store.js';
import { isQueueOpen, looksAfter, nameOf, queueOf, waitsUntil } from './queue-rules.js';
import { surveyAtEnd, surveySent, type Sending } from './survey-sent.js';
import { SYSTEM } from './system.js';
import { tellChanged } from './tell-changed.js';

type FlowDeps = Pick<Deps, 'store' | 'hub' | 'directory' | 'now' | 'newId' | 'wake'>;

/** A conversation while a flow runs over it. */
interface Run {
  row: Change['row'];
  readonly events: NewEvent[];
  timers: NonNullable<Change['timers']>;
  everyNth?: number | undefined;
}

/** Adds what asking the customer how it was comes to. */
function ask(run: Run, { row, events, everyNth }: Sending): void {
  run.row = { ...run.row, ...row };
  run.events.push(...events);
  run.everyNth = everyNth;
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
      run.timers = { ...run.timers, offer: null, wait: looksAfter(settings, queue, at) ?? null };
      return;
    }
    case 'end':
      run.row = {
        ...run.row,
        phase: stepOfRelay('leave', row),
        endedAt: at,
        awaitingSince: null,
        offer: null,
        engagement: engagementAtEnd(row.engagement),
      };
      run.events.push({ type: 'conversation.ended', ...told() });
      ask(run, surveyAtEnd(settings, { ...row, ...run.row }, told()));
      run.timers = { ...run.timers, offer: null, wait: null };
      return;
    case 'ask-survey':
      ask(run, surveySent(settings, { ...row, ...run.row }, told()));
      return;
    case 'ask-form':
      throw new Error('a flow asks for a form, which settings are not let through with');
  }
}

/** Which flow is to run; undefined for none. */
type Choose = (queue: QueueSettings, settings: WorkspaceSettings, row: ConversationRow, at: number) => string | undefined;

/** What is left to do where no flow runs over a conversation that waits: to look again when the offer, or the wait, is over. */
function put(row: ConversationRow, queue: QueueSettings, at: number): Change {
  const until = row.offer ? Math.max(row.offer.until, at + 1) : waitsUntil(queue, row.waitingSince);
  return { row: {}, events: [], timers: until !== undefined && until > at ? { wait: until } : {} };
}

/** Runs a flow over a conversation that waits, and is not being offered to anybody; nothing where it waits no more. */
async function run(deps: FlowDeps, workspace: string, conversation: string, choose: Choose): Promise<void> {
  const settings = deps.directory.workspace(workspace);
  if (!settings) return;
  const at = deps.now();
  const told = (): Pick<NewEvent, 'id' | 'at' | 'by'> => ({ id: deps.newId(), at, by: SYSTEM });
  let from: ConversationRow | undefined;
  const changed = await deps.store.changeConversation(workspace, conversation, deps.newId(), (row) => {
    from = row;
    const queue = queueOf(settings, row.queue.id);
    if (row.phase !== 'waiting' || !queue) return { row: {}, events: [] };
    const flow = row.offer ? undefined : settings.flows.find(({ id }) => id === choose(queue, settings, row, at));
    if (!flow) return put(row, queue, at);
    const state: Run = { row: {}, events: [], timers: {} };
    for (const effect of runFlow(flow).effects) take(state, effect, row, settings, told);
    return state;
  });
  if (changed.events.length === 0) return;
  tellChanged(deps, changed);
  // Behind one that was moved everybody has moved up.
  if (from && from.queue.id !== changed.row.queue.id) deps.hub.publish(topics.queues(workspace), { kind: 'moved', queue: from.queue.id });
  deps.wake(workspace);
  // Another queue may be closed as well.
  if (changed.row.phase === 'waiting' && changed.events.some(({ type }) => type === 'conversation.transferred'))
    await runOutOfHours(deps, workspace, conversation);
}

const outOfHours: Choose = (queue, settings, _, at) => (isQueueOpen(settings, queue, at) ? undefined : queue.outOfHours);

const noAgents: Choose = (queue, settings, row, at) => {
  const until = waitsUntil(queue, row.waitingSince);
  const isUp = until !== undefined && until <= at;
  return (isUp ? queue.noAgents : undefined) ?? outOfHours(queue, settings, row, at);
};

/** The wait is up: what the queue has for want of agents, or outside its hours (RTG 3). */
export const runNoAgents = (deps: FlowDeps, workspace: string, conversation: string): Promise<void> =>
  run(deps, workspace, conversation, noAgents);

/** Outside the queue's hours: what it has for that (RTG 3); nothing over what does not wait. */
export const runOutOfHours = (deps: FlowDeps, workspace: string, conversation: string): Promise<void> =>
  run(deps, workspace, conversation, outOfHours);
