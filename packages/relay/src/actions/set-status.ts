import type { Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';
import { AVAILABLE, AWAY, choosable, mayChoose } from '../domain/agent-status.js';
import { topics } from '../hub/hub.js';
import { statusOf } from '../routing/standing.js';
import { tellStatus } from '../routing/tell-status.js';
import type { Action } from './action.js';
import { settingsOf } from './settings-of.js';

/** An agent chooses a status; every console of theirs shows it. */
async function choose(deps: Deps, person: Person, id: string): Promise<void> {
  const { workspace } = person;
  const settings = settingsOf(deps, workspace);
  const offered = choosable(settings.statuses);
  const chosen = offered.find((status) => status.id === id);
  if (!chosen) throw new RelayError('malformed', `status: is none of ${offered.map((status) => status.id).join(', ')}`);
  const row = await deps.store.changeAgent(person, (agent) => {
    if (!mayChoose(statusOf(agent, settings, deps.now())))
      throw new RelayError('wrong-phase', 'a status can be chosen when login prep is over');
    return { status: id, idle: false };
  });
  tellStatus(deps, row);
  deps.hub.publish(topics.agent(workspace, person.id), { kind: 'listening', on: chosen.tag === 'available' });
  deps.wake(workspace);
}

export const setStatus: Action<'status.set'> = (deps, { person }, { status }) => choose(deps, person, status);

/** "Start Listening" and "Stop Listening". */
export const setListening: Action<'listening.set'> = (deps, { person }, { on }) => choose(deps, person, (on ? AVAILABLE : AWAY).id);
