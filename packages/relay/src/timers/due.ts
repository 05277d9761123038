import { lookAtCobrowse } from '../cobrowse/due.js';
import { clearFile } from '../files/clear-file.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';
import { stepOfRelay } from '../domain/permissions.js';
import { endOffer } from '../routing/end-offer.js';
import { runNoAgents } from '../routing/no-agents.js';
import { SYSTEM } from '../routing/system.js';
import { tellChanged } from '../routing/tell-changed.js';
import type { Timer, TimerKind } from '../store/routing-store.js';
import type { Change, Changed, ConversationRow } from '../store/store.js';

/** Thrown where a time-out has nothing to do any more: the state has moved on. */
class Void extends Error {
  override readonly name = 'Void';
}

/** Tells what was changed because something was due; undefined where that was void. */
async function told(deps: Deps, change: () => Promise<Changed>): Promise<Changed | undefined> {
  try {
    const changed = await change();
    tellChanged(deps, changed);
    return changed;
  } catch (fault) {
    if (fault instanceof Void || ['wrong-phase', 'not-found'].includes((fault as RelayError).code)) return undefined;
    throw fault;
  }
}

const change = (
  deps: Deps,
  { workspace, subject }: Timer,
  decide: (row: ConversationRow, at: number) => Change,
): Promise<Changed | undefined> =>
  told(deps, () => deps.store.changeConversation(workspace, subject, deps.newId(), (row) => decide(row, deps.now())));

/** What is due may have been put off, or be done: only what stands in the row counts. */
const mustBePast = (until: number | null | undefined, at: number): void => {
  if (until === null || until === undefined || until > at) throw new Void();
};

/** What each time-out does. */
export const DUE: Record<TimerKind, (deps: Deps, timer: Timer) => Promise<void>> = {
  offer: async (deps, timer) => {
    const { store, newId } = deps;
    const agent = (await store.conversation(timer.workspace, timer.subject))?.offer?.agent.id;
    if (agent === undefined) return;
    const changed = await told(deps, () =>
      store.changeForAgent(timer.workspace, timer.subject, newId(), agent, (row) => {
        const at = deps.now();
        mustBePast(row.offer?.agent.id === agent ? row.offer.until : null, at);
        stepOfRelay('withdraw', row);
        // At once: nothing else may be put to them in between.
        return { ...endOffer(row, { id: newId(), at, by: SYSTEM }, 'expired'), agent: { idle: true } };
      }),
    );
    if (!changed) return;
    deps.wake(timer.workspace);
    await deps.slots.tell(timer.workspace, [agent]);
  },

  bot: (deps, timer) => deps.askBot(timer.workspace, timer.subject),
  file: async (deps, { workspace, subject }) => {
    const row = await deps.store.file(workspace, subject);
    if (row?.conversation !== null) return;
    // Something happens to it at this very moment: it is looked at again.
    if (!(await clearFile(deps, row))) throw new RelayError('unavailable');
  },

  cobrowse: lookAtCobrowse,

  wait: (deps, timer) => runNoAgents(deps, timer.workspace, timer.subject),

  // What takes long goes on beside everything else that is due.
  summary: (deps, timer) => deps.summarise(timer.workspace, timer.subject),

  snooze: async (deps, timer) => {
    const changed = await change(deps, timer, (row, at) => {
      mustBePast(row.snoozedUntil, at);
      return {
        row: { phase: stepOfRelay('wake', row), snoozedUntil: null },
        events: [{ type: 'conversation.woken', id: deps.newId(), at, by: SYSTEM, why: 'time' }],
      };
    });
    if (changed?.row.agent) await deps.slots.tell(timer.workspace, [changed.row.agent.id]);
  },

  'wrap-up': async (deps, timer) => {
    const disposition = deps.directory.workspace(timer.workspace)?.systemDisposition.id;
    if (disposition === undefined) return;
    const changed = await change(deps, timer, (row, at) => {
      mustBePast(row.wrapUpUntil, at);
      return {
        row: { phase: stepOfRelay('expire', row), disposition, wrapUpUntil: null },
        events: [{ type: 'conversation.disposed', id: deps.newId(), at, by: SYSTEM, disposition, description: '' }],
      };
    });
    if (!changed) return;
    deps.wake(timer.workspace);
    if (changed.row.agent) await deps.slots.tell(timer.workspace, [changed.row.agent.id]);
  },
};
