import { topics } from '../hub/hub.js';
import type { Action } from './action.js';

/** "Start Listening" and "Stop Listening"; every console of the agent shows it. */
export const setListening: Action<'listening.set'> = async ({ store, hub }, { person }, { on }) => {
  await store.setListening(person.workspace, person.id, on);
  hub.publish(topics.agent(person.workspace, person.id), { kind: 'listening', on });
};
