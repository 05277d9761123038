import type { Named } from '@deskbell/protocol/people.js';
import type { Site } from '@deskbell/protocol/site.js';
import { fileLimits } from './file-limits.js';
import type { BotSettings } from './schema/bot.js';
import type { Settings } from './schema/settings.js';
import type { SiteSettings, WorkspaceSettings } from './schema/workspace.js';

/** A site, with what hangs on it looked up. */
export interface SiteEntry {
  readonly settings: SiteSettings;
  readonly workspace: WorkspaceSettings;
  readonly queue: Named;
  /** The AI agent that is asked for what begins here: the queue's, or else the site's. */
  readonly bot: BotSettings | undefined;
  /** What the customer's window shows of it. */
  readonly face: Site;
}

/** The workspaces, sites and origins of the running settings, by what they are asked for. Ask each time: settings change while a relay runs. */
export class Directory {
  readonly #workspaces = new Map<string, WorkspaceSettings>();
  readonly #sites = new Map<string, SiteEntry>();
  readonly #origins = new Map<string, string>();
  readonly #desks = new Set<string>();

  /** Whether there is a place for attachments. */
  readonly hasFiles: boolean;

  constructor({ workspaces }: Settings, hasFiles = false) {
    this.hasFiles = hasFiles;
    for (const workspace of workspaces) this.#workspaces.set(workspace.id, workspace);
    this.#index();
  }

  get workspaces(): readonly WorkspaceSettings[] {
    return [...this.#workspaces.values()];
  }

  workspace(id: string): WorkspaceSettings | undefined {
    return this.#workspaces.get(id);
  }

  site(key: string): SiteEntry | undefined {
    return this.#sites.get(key);
  }

  /** The origin, where it is one of any site or desk: always the same string, so that a thousand sockets do not keep a thousand copies. */
  origin(value: string): string | undefined {
    return this.#origins.get(value);
  }

  isDesk(origin: string): boolean {
    return this.#desks.has(origin);
  }

  /** Puts checked settings in the place of those that the workspace had. */
  replace(workspace: WorkspaceSettings): void {
    this.#workspaces.set(workspace.id, workspace);
    this.#index();
  }

  #index(): void {
    for (const each of [this.#sites, this.#origins, this.#desks]) each.clear();
    for (const workspace of this.#workspaces.values()) {
      for (const origin of workspace.agents.origins) this.#desks.add(this.#keep(origin));
      for (const site of workspace.sites) this.#addSite(workspace, site);
    }
  }

  #addSite(workspace: WorkspaceSettings, settings: SiteSettings): void {
    const queue = workspace.queues.find(({ id }) => id === settings.queue);
    if (!queue) throw new Error(`the settings were not checked: site ${settings.key} has no queue`);
    for (const origin of settings.origins) this.#keep(origin);
    const { name, greeting, usualReplyMinutes, preChat } = settings;
    const bot = queue.bot ?? settings.bot;
    // No more of the queue than its name: it goes into events.
    const named = { id: queue.id, name: queue.name };
    this.#sites.set(settings.key, {
      settings,
      workspace,
      queue: named,
      bot,
      face: {
        name,
        greeting: queue.greeting ?? greeting,
        usualReplyMinutes,
        preChat,
        ...(bot?.url !== undefined && { bot: { name: bot.name } }),
        files: this.hasFiles ? fileLimits(workspace) : null,
        ...(workspace.cobrowse.enabled && { cobrowse: true }),
      },
    });
  }

  #keep(origin: string): string {
    const kept = this.#origins.get(origin) ?? origin;
    this.#origins.set(kept, kept);
    return kept;
  }
}
