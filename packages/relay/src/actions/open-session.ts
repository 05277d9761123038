import type { LiveEventOf } from '@deskbell/protocol/events.js';
import { summaryFor } from '@deskbell/protocol/projection.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { VERSION } from '@deskbell/protocol/version.js';
import type { Deps } from '../deps.js';
import { summaryOf } from '../domain/summary-of.js';
import { agentCame } from '../routing/presence.js';
import { hasMember } from '../routing/queue-rules.js';
import { statusFace } from '../routing/standing.js';
import { deskFace } from '../settings/desk-face.js';
import type { Caller } from './caller.js';

/** The most conversations in waiting that a tray begins with; the rest comes up as these go. */
const TRAY = 300;

const opened = (deps: Deps, caller: Caller, expires: number): LiveEventOf<'session.opened'> => {
  const { id, name, role } = caller.person;
  return { type: 'session.opened', version: VERSION, now: deps.now(), expires, person: { id, name, role } };
};

async function openCustomer(deps: Deps, caller: Caller, expires: number): Promise<void> {
  const { id, workspace } = caller.person;
  const site = deps.directory.site(caller.site ?? '');
  const customer = await deps.store.customer(workspace, id);
  if (!site || !customer) throw new RelayError('unauthorized');
  caller.rename(customer.name);
  const row = await deps.store.openConversationOf(workspace, id);
  // Held from before it is read again, so that nothing is missed between the row and what comes after it.
  if (row) {
    caller.hold(row.id);
    await deps.hub.subscribed();
  }
  const fresh = row && (await deps.store.conversation(workspace, row.id));
  await caller.tellWhole({
    ...opened(deps, caller, expires),
    site: site.face,
    conversation: fresh ? summaryFor('customer', summaryOf(fresh)) : null,
  });
  if (fresh) caller.release(fresh);
}

async function openAgent(deps: Deps, caller: Caller, expires: number): Promise<void> {
  const { id, workspace } = caller.person;
  const settings = deps.directory.workspace(workspace);
  if (!settings) throw new RelayError('unauthorized');
  const queues = settings.queues.filter((queue) => hasMember(queue, id)).map((queue) => queue.id);
  await deps.hub.subscribed();
  const [agent, tray] = await Promise.all([agentCame(deps, caller.person, settings), deps.store.tray(workspace, queues, id, TRAY)]);
  const status = statusFace(agent, settings, deps.now());
  await caller.tellWhole({
    ...opened(deps, caller, expires),
    desk: {
      ...deskFace(settings, { model: deps.writer !== undefined, files: deps.directory.hasFiles }),
      listening: status.digital === 'available',
    },
    status,
    tray: tray.map(summaryOf),
  });
  deps.wake(workspace);
}

/** The answer to a checked `session.open`: everything that a window or a console begins with. */
export const openSession = (deps: Deps, caller: Caller, expires: number): Promise<void> =>
  caller.side === 'customer' ? openCustomer(deps, caller, expires) : openAgent(deps, caller, expires);
