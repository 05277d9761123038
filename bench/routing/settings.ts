const ORIGIN = 'http://127.0.0.1';

/** One queue that pushes, to whoever is longest idle. */
export const settings = {
  workspaces: [
    {
      id: 'bench',
      name: 'Bench',
      agents: { secret: 'a secret of the bench that is long enough', origins: [ORIGIN] },
      responseTimeSeconds: 120,
      slots: { chat: 4 },
      queues: [{ id: 'queue', name: 'Queue', offer: { mode: 'push', seconds: 600 } }],
      sites: [{ key: 'site', name: 'Site', origins: [ORIGIN], queue: 'queue' }],
    },
  ],
};
