import type { CommandOf } from '@deskbell/protocol/commands.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { askSoon } from '../bot/ask-soon.js';
import type { Deps } from '../deps.js';
import { topics } from '../hub/hub.js';
import type { AppendedMessage } from '../store/store.js';
import type { Caller } from './caller.js';
import { tellRow } from '../routing/tell-row.js';

/** Says something. Whether this person may, here and now, is decided by the statement that saves it. The hot path: one promise a message. */
export function sendMessage(deps: Deps, caller: Caller, command: CommandOf<'message.send'>): Promise<void> {
  const { conversation, id, text, marks, attachments } = command;
  const at = deps.now();
  return deps.store
    .appendMessage({
      workspace: caller.person.workspace,
      conversation,
      id,
      by: caller.author,
      side: caller.side,
      text,
      marks,
      attachments,
      at,
    })
    .then((appended) => tellMessage(deps, caller, appended, at));
}

function tellMessage(deps: Deps, caller: Caller, { event, again, phase }: AppendedMessage, at: number): Promise<void> | undefined {
  if (again) {
    caller.tell(event);
    return undefined;
  }
  deps.metrics.appended(deps.now() - at);
  deps.hub.publish(topics.conversation(event.conversation), { kind: 'logged', event });
  if (!caller.follows(event.conversation)) caller.tell(event);
  // In the next moment, and by any relay if this one does not come to it.
  if (phase === 'bot') askSoon(deps, caller.person.workspace, event.conversation);
  // Nobody follows what waits, yet its last line shows in every tray.
  return phase === 'waiting' ? tellWaiting(deps, caller.person.workspace, event.conversation) : undefined;
}

async function tellWaiting(deps: Deps, workspace: string, conversation: string): Promise<void> {
  try {
    const row = await deps.store.conversation(workspace, conversation);
    if (row) tellRow(deps.hub, row, []);
  } catch (fault) {
    // The message is saved: that its line in the trays is late must not refuse it.
    if (!(fault instanceof RelayError)) throw fault;
  }
}
