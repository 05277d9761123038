import { ENGAGEMENTS } from '@deskbell/protocol/conversation.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { mustNote } from '../domain/noting.js';
import { step } from '../domain/permissions.js';
import type { WorkspaceSettings } from '../settings/schema/workspace.js';
import type { Change } from '../store/store.js';
import type { Action } from './action.js';
import { ending, tellEnding } from './ending.js';
import { settingsOf } from './settings-of.js';
import { tellAgain, tellChange } from './tell.js';

/** Throws `malformed` for what the workspace does not have. */
function mustBeOneOf({ engagement: own }: WorkspaceSettings, engagement: string): void {
  const known = [...ENGAGEMENTS, ...own.map(({ id }) => id)];
  if (!known.includes(engagement)) throw new RelayError('malformed', `engagement: is none of this workspace's (${known.join(', ')})`);
}

/** How far the agent is with it; `completed` ends a chat that goes on, and needs a note (INF 9, G1 to G3). */
export const setEngagement: Action<'engagement.set'> = async (deps, caller, { id, conversation, engagement }) => {
  const { person, author } = caller;
  const settings = settingsOf(deps, person.workspace);
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row): Change => {
    mustNote(person, row);
    mustBeOneOf(settings, engagement);
    if (engagement === 'completed' && !row.noted) throw new RelayError('not-noted');
    const at = deps.now();
    const chosen = { type: 'engagement.changed', id, at, by: author, engagement } as const;
    if (engagement !== 'completed' || row.phase !== 'active') return { row: { engagement }, events: [chosen] };
    const end = ending(settings, row, { phase: step(person, 'end', row), id: deps.newId(), at, by: author }, deps.newId);
    return { ...end, row: { ...end.row, engagement }, events: [chosen, ...end.events] };
  });
  if (changed.again) return tellAgain(caller, changed, 'engagement.changed');
  if (changed.events.length > 1) await tellEnding(deps, caller, changed);
  else tellChange(deps, caller, changed);
};
