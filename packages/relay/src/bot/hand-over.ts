import type { BotFaultName, Collected } from '@deskbell/protocol/bot.js';
import type { Author } from '@deskbell/protocol/people.js';
import type { Deps } from '../deps.js';
import { runOutOfHours } from '../routing/no-agents.js';
import { looksAfter, nameOf, queueOf } from '../routing/queue-rules.js';
import type { WorkspaceSettings } from '../settings/schema/workspace.js';
import type { Change, Changed, ConversationRow } from '../store/store.js';
import type { BotAnswer } from './bot-answer.js';
import { newPasskey } from './passkey.js';

/** Who hands over, when, and what agents are told of it. */
export interface HandingOver {
  readonly id: string;
  readonly at: number;
  readonly by: Author;
  readonly collected: readonly Collected[];
  readonly said?: NonNullable<BotAnswer['handOver']>;
  readonly failed?: BotFaultName;
}

/** What the hand-over to people changes (L14, B7, B8). `phase` is what the lifecycle says. */
export function handOver(settings: WorkspaceSettings, row: ConversationRow, phase: ConversationRow['phase'], over: HandingOver): Change {
  const { id, at, by, collected, said, failed } = over;
  const queue = (said?.queue === undefined ? undefined : queueOf(settings, said.queue)) ?? queueOf(settings, row.queue.id);
  const place = { queue: queue ? nameOf(queue) : row.queue, priority: queue?.priority ?? row.priority };
  const told = {
    ...(collected.length > 0 && { collected: [...collected] }),
    ...(said?.intent && { intent: said.intent }),
    ...(said?.note && { note: said.note }),
    ...(failed && { failed }),
  };
  return {
    row: { ...place, phase, waitingSince: at, bot: row.bot && { ...row.bot, call: null, collected } },
    events: [{ type: 'bot.handed-over', id, at, by, ...place, passkey: newPasskey(), ...told }],
    timers: { bot: null, wait: (queue && looksAfter(settings, queue, at)) ?? null },
  };
}

/** What follows for a conversation that waits now: a flow outside the hours, or an agent. */
export async function seekPeople(deps: Omit<Deps, 'askBot'>, { row }: Changed): Promise<void> {
  await runOutOfHours(deps, row.workspace, row.id);
  deps.wake(row.workspace);
}
