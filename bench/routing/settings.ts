import { ORIGIN, SECRET, SITE, WORKSPACE } from '../identities.js';

export const QUEUE = { id: 'queue', name: 'Queue' };

/** Conversations that an agent can have at once. */
export const SLOTS = 4;

/** One queue that pushes, to whoever is longest idle; what is ended frees its slot at once. */
export const settings = {
  workspaces: [
    {
      id: WORKSPACE,
      name: 'Bench',
      agents: { secret: SECRET, origins: [ORIGIN] },
      responseTimeSeconds: 120,
      slots: { chat: SLOTS },
      queues: [{ ...QUEUE, offer: { mode: 'push', seconds: 600 }, wrapUp: { mode: 'off' } }],
      sites: [{ key: SITE, name: 'Site', origins: [ORIGIN], queue: QUEUE.id }],
    },
  ],
};
