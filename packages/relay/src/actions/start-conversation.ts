import type { Answer, CommandOf } from '@deskbell/protocol/commands.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { askSoon } from '../bot/ask-soon.js';
import { newBot } from '../bot/bot-state.js';
import { runOutOfHours } from '../routing/no-agents.js';
import { looksAfter, queueOf } from '../routing/queue-rules.js';
import type { SiteEntry } from '../settings/directory.js';
import type { SiteSettings } from '../settings/schema/workspace.js';
import type { NewConversation } from '../store/store.js';
import type { Action } from './action.js';
import type { Caller } from './caller.js';
import { openLog } from './open-log.js';
import { tellRow } from '../routing/tell-row.js';
import { tellAgain, tellQueue } from './tell.js';

/** With what the form called it, which may be called something else tomorrow. */
const labelled = (answer: Answer, fields: SiteSettings['preChat']) => {
  const label = fields.find(({ field }) => field === answer.field)?.label;
  return label === undefined ? answer : { ...answer, label };
};

/** What the customer said before the chat, as far as they said anything. */
const saidIn = (
  { answers, email, page }: CommandOf<'conversation.start'>,
  { settings: { preChat }, bot }: SiteEntry,
): Pick<NewConversation['started'], 'answers' | 'email' | 'page' | 'bot'> => ({
  ...(answers === undefined ? {} : { answers: answers.map((answer) => labelled(answer, preChat)) }),
  ...(bot?.url === undefined ? {} : { bot: bot.name }),
  ...(email ? { email } : {}),
  ...(page ? { page } : {}),
});

/** Takes the name and address from the form before the chat, where there are any. */
async function introduce(
  { store }: Parameters<Action<'conversation.start'>>[0],
  caller: Caller,
  { name, email }: CommandOf<'conversation.start'>,
): Promise<void> {
  if (!name && !email) return;
  const { id, workspace } = caller.person;
  const customer = await store.introduceCustomer(workspace, id, { ...(name ? { name } : {}), ...(email ? { email } : {}) });
  caller.rename(customer.name);
}

/** A customer comes to the queue of their site. Answered as if they had followed the conversation. */
export const startConversation: Action<'conversation.start'> = async (deps, caller, command) => {
  const site = deps.directory.site(caller.site ?? '');
  if (!site) throw new RelayError('not-found');
  if (command.queue !== undefined && command.queue !== site.queue.id) throw new RelayError('not-found', 'the site has no such queue');
  await introduce(deps, caller, command);
  const { id, name, workspace } = caller.person;
  const { queue, bot } = site;
  const rules = queueOf(site.workspace, queue.id);
  const at = deps.now();
  const customer = { id, name };
  const changed = await deps.store.startConversation({
    workspace,
    site: site.settings.key,
    id: command.conversation,
    queue,
    customer,
    at,
    priority: rules?.priority ?? 0,
    waitsUntil: rules && bot?.url === undefined ? looksAfter(site.workspace, rules, at) : undefined,
    bot: bot ? newBot(bot) : null,
    started: { type: 'conversation.started', id: command.id, at, by: caller.author, customer, queue, ...saidIn(command, site) },
  });
  if (!changed.again) {
    tellRow(deps.hub, changed.row, changed.events);
    tellQueue(deps, changed.row);
  }
  await openLog(deps, caller, command.conversation, undefined);
  // The log as it is opened may not reach back to its first event, by which the asker knows that the command was performed.
  if (changed.again) return tellAgain(caller, changed, 'conversation.started');
  if (bot) askSoon(deps, workspace, command.conversation);
  await runOutOfHours(deps, workspace, command.conversation);
  // Last, so that nobody is given what a flow is for.
  deps.wake(workspace);
};
