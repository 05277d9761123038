import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { panelOrigin } from '@deskbell/protocol/panels.js';
import type { Logger } from 'pino';
import type { EndpointOptions } from '../packages/relay/src/ai/openai-model.js';
import { checkSettings } from '../packages/relay/src/settings/check-settings.js';
import type { Settings } from '../packages/relay/src/settings/schema/settings.js';
import { startRelay, type Relay } from '../packages/relay/src/start.js';
import { demoRoutes } from './routes.js';
import { seed } from './seed.js';

export interface DemoOptions {
  /** 0 for any that is free. */
  readonly port: number;
  readonly host: string;
  /** Where the built-in database, and the secret of customers' tokens, are kept. */
  readonly dataFolder: string;
  /** A database of one's own; the built-in one is not started then. */
  readonly databaseUrl?: string | undefined;
  /** What joins it to other relays on the same database; it is the only one where left out. */
  readonly natsUrl?: string | undefined;
  /** Signs customers' tokens; made and kept in the data folder where left out. */
  readonly secret?: string | undefined;
  /** Opens the vault of masked values; made and kept in the data folder where left out. */
  readonly vaultKey?: string | undefined;
  /** What writes for agents; nothing that needs it shows where left out. */
  readonly model?: EndpointOptions | undefined;
  /** More origins that the pages are reached at, besides `http://localhost` and the port. */
  readonly origins: readonly string[];
  /** How long an agent's token lasts, in seconds. */
  readonly tokenSeconds: number;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const text = readFileSync(new URL('./settings.json', import.meta.url), 'utf8');

// Where the document says that the demo is, and its order service: on the same port, by a name that makes it another origin.
const HOME = 'http://localhost:8787';
const ELSEWHERE = 'http://127.0.0.1:8787';

/** The demo by another name, where it has one: the page of a panel and the console talk across origins only. */
const elsewhere = (origin: string, others: readonly string[]): string =>
  origin.startsWith('http://localhost:') ? origin.replace('localhost', '127.0.0.1') : (others[0] ?? origin);

/** The demo's settings, for the origins it is really reached at; its own services are asked at the first. */
function settingsFor(origins: readonly string[], [origin = HOME, ...others]: readonly string[]): Settings {
  const revive = (_key: string, value: unknown): unknown =>
    typeof value === 'string' ? value.replace(HOME, origin).replace(ELSEWHERE, elsewhere(origin, others)) : value;
  const document = JSON.parse(text, revive) as { workspaces: Settings['workspaces'] };
  const workspaces = document.workspaces.map((workspace) => ({
    ...workspace,
    agents: { ...workspace.agents, origins },
    // A panel is https or on this machine; a demo that is neither has none.
    panels: workspace.panels.filter(({ url }) => panelOrigin(url) !== undefined),
    sites: workspace.sites.map((site) => ({ ...site, origins })),
  }));
  return checkSettings({ workspaces }, 'demo/settings.json');
}

/** Starts the relay with the demo's pages around it. Throws what {@link startRelay} throws. */
export async function startDemo(options: DemoOptions): Promise<Relay> {
  const { port, host, dataFolder, databaseUrl, natsUrl, secret, vaultKey, model, tokenSeconds, log, now } = options;
  const local = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  const origins = [...local, ...options.origins];
  const named = options.origins.length ? options.origins : [`http://localhost:${port}`];
  const [origin = HOME] = named;
  const settings = settingsFor(origins, named);
  const [workspace] = settings.workspaces;
  const [site, assisted] = workspace?.sites ?? [];
  const [queue] = workspace?.queues ?? [];
  const [lookUp] = workspace?.actions ?? [];
  const [orders] = workspace?.panels ?? [];
  if (!workspace || !site || !assisted?.bot || !queue || !lookUp)
    throw new Error('demo/settings.json needs a workspace with a queue, an action, a site, and one with an assistant');
  const routes = demoRoutes({
    origin,
    siteKey: site.key,
    siteSecret: site.secret ?? '',
    assistedKey: assisted.key,
    assistantSecret: assisted.bot.secret,
    desks: origins,
    ordersSecret: lookUp.secret ?? '',
    ordersOrigin: orders && panelOrigin(orders.url),
    workspace: workspace.id,
    agentSecret: workspace.agents.secret ?? '',
    tokenSeconds,
    now,
  });
  return startRelay({
    settings,
    port,
    host,
    dataFolder,
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(natsUrl ? { natsUrl } : {}),
    ...(secret ? { secret } : {}),
    ...(vaultKey ? { vaultKey } : {}),
    ...(model ? { model } : {}),
    assets: ['widget', 'cobrowse'].map((room) => fileURLToPath(new URL(`../packages/${room}/cdn`, import.meta.url))),
    routes,
    log,
    now,
    prepare: (store) =>
      seed(store, { workspace: workspace.id, site: site.key, queue: { id: queue.id, name: queue.name }, origin, now: now() }),
  });
}
