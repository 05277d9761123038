import type { WorkspaceInput } from '../../settings/schema/workspace.js';
import { SHOP } from '../../testing/settings.js';

const site = { name: 'Shop', origins: [SHOP] };

/** How long things take, in seconds. */
interface Times {
  readonly offer: number;
  readonly wrapUp: number;
  /** The wait in the first queue, and in the one behind it. */
  readonly wait: number;
  readonly waitBehind: number;
  readonly prep: number;
  readonly inactivity: number;
  readonly idle: number;
}

/** A small centre with everything in it: each way of offering, each wrap-up, each time-out. */
export const centreWith = (times: Times): Partial<WorkspaceInput> => ({
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
      offer: { mode: 'push', seconds: times.offer },
      wrapUp: { mode: 'timed', seconds: times.wrapUp },
      maxWaitSeconds: times.wait,
      noAgents: 'onwards',
    },
    { id: 'back', name: 'Back', priority: 1, maxWaitSeconds: times.waitBehind, noAgents: 'sorry' },
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
  loginPrepSeconds: times.prep,
  inactivitySeconds: times.inactivity,
  idleSeconds: times.idle,
});

/** Everything happens soon, by a clock that is not waited for. */
export const MODEL = centreWith({ offer: 10, wrapUp: 15, wait: 60, waitBehind: 50, prep: 5, inactivity: 20, idle: 45 });
