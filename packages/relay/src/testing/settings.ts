import type { SettingsInput } from '../settings/schema/settings.js';
import type { WorkspaceInput } from '../settings/schema/workspace.js';

/** The secret that the test's ISV signs its agents' tokens with. */
export const AGENT_SECRET = 'the secret of the desk, known to its server only';
/** The secret that the test's site signs its customers' identity with. */
export const SITE_SECRET = 'the secret of the shop, known to its server only';

export const SHOP = 'https://shop.example';
export const DESK = 'https://desk.example';

/** The first workspace of the tests. */
const harbour = (): WorkspaceInput => ({
  id: 'harbour',
  name: 'Harbour & Pine',
  agents: { secret: AGENT_SECRET, origins: [DESK] },
  responseTimeSeconds: 60,
  // Summaries are for the tests that ask for them: they come into every log by themselves.
  ai: { arrival: false },
  queues: [{ id: 'front', name: 'Front desk' }],
  sites: [
    {
      key: 'shop',
      name: 'Harbour & Pine',
      origins: [SHOP],
      secret: SITE_SECRET,
      queue: 'front',
      greeting: 'How can we help?',
      usualReplyMinutes: 2,
      preChat: [{ field: 'topic', label: 'What is it about?', kind: 'longText', required: false }],
    },
  ],
});

/**
 * Two workspaces: `harbour` with the site `shop`, and `other`, a stranger to it, with the site `rival`. A new object each time.
 * @param change - What is different in `harbour`.
 */
export const testSettings = (change: Partial<WorkspaceInput> = {}): SettingsInput => ({
  workspaces: [
    { ...harbour(), ...change },
    {
      id: 'other',
      name: 'Other',
      agents: { secret: `${AGENT_SECRET}, another one`, origins: ['https://other-desk.example'] },
      responseTimeSeconds: 60,
      queues: [{ id: 'front', name: 'Rivals' }],
      sites: [{ key: 'rival', name: 'Rival', origins: ['https://rival.example'], queue: 'front' }],
    },
  ],
});
