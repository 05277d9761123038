import type { WorkspaceInput } from '../../settings/schema/workspace.js';
import { SHOP } from '../../testing/settings.js';

const site = { name: 'Shop', origins: [SHOP] };

/** A small centre in which everything happens soon: each way of offering, each wrap-up, each time-out. */
export const MODEL: Partial<WorkspaceInput> = {
  sites: [
    { ...site, key: 'shop', queue: 'front' },
    { ...site, key: 'kiosk', queue: 'auto' },
  ],
  skills: [{ id: 'french', name: 'French' }],
  people: [
    { id: 'ana', slots: { chat: 1 } },
    { id: 'carl', skills: { french: 2 } },
  ],
  slots: { chat: 2 },
  queues: [
    {
      id: 'front',
      name: 'Front',
      members: ['ana', 'ben'],
      offer: { mode: 'push', seconds: 10 },
      wrapUp: { mode: 'timed', seconds: 15 },
      maxWaitSeconds: 60,
      noAgents: 'onwards',
    },
    { id: 'back', name: 'Back', priority: 1, maxWaitSeconds: 50, noAgents: 'sorry' },
    {
      id: 'auto',
      name: 'Auto',
      members: ['ben', 'carl'],
      skills: { french: 1 },
      offer: { mode: 'push', autoAnswer: true },
      wrapUp: { mode: 'off' },
    },
  ],
  flows: [
    {
      id: 'onwards',
      steps: [
        { do: 'say', text: 'One moment' },
        { do: 'queue', queue: 'back' },
      ],
    },
    { id: 'sorry', steps: [{ do: 'say', text: 'Sorry' }] },
  ],
  loginPrepSeconds: 5,
  inactivitySeconds: 20,
  idleSeconds: 45,
};
