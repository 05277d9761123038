import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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

const document = JSON.parse(readFileSync(new URL('./settings.json', import.meta.url), 'utf8')) as { workspaces: Settings['workspaces'] };

/** The demo's settings, for the origins it is really reached at; `origin` is where its assistant is asked. */
function settingsFor(origins: readonly string[], origin: string): Settings {
  const workspaces = document.workspaces.map((workspace) => ({
    ...workspace,
    agents: { ...workspace.agents, origins },
    sites: workspace.sites.map((site) => ({
      ...site,
      origins,
      ...(site.bot && { bot: { ...site.bot, url: `${origin}/demo/assistant` } }),
    })),
  }));
  return checkSettings({ workspaces }, 'demo/settings.json');
}

/** Starts the relay with the demo's pages around it. Throws what {@link startRelay} throws. */
export async function startDemo(options: DemoOptions): Promise<Relay> {
  const { port, host, dataFolder, databaseUrl, natsUrl, secret, vaultKey, model, tokenSeconds, log, now } = options;
  const local = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  const origin = options.origins[0] ?? `http://localhost:${port}`;
  const settings = settingsFor([...local, ...options.origins], origin);
  const [workspace] = settings.workspaces;
  const [site, assisted] = workspace?.sites ?? [];
  const [queue] = workspace?.queues ?? [];
  if (!workspace || !site || !assisted?.bot || !queue)
    throw new Error('demo/settings.json needs a workspace with a queue, a site, and one with an assistant');
  const routes = demoRoutes({
    origin,
    siteKey: site.key,
    siteSecret: site.secret ?? '',
    assistedKey: assisted.key,
    assistantSecret: assisted.bot.secret,
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
    assets: fileURLToPath(new URL('../packages/widget/cdn', import.meta.url)),
    routes,
    log,
    now,
    prepare: (store) =>
      seed(store, { workspace: workspace.id, site: site.key, queue: { id: queue.id, name: queue.name }, origin, now: now() }),
  });
}
