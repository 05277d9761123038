import type { Named } from '@deskbell/protocol/people.js';
import type { Site } from '@deskbell/protocol/site.js';
import type { Settings, SiteSettings, WorkspaceSettings } from './schema.js';

/** A site, with what hangs on it looked up. */
export interface SiteEntry {
  readonly settings: SiteSettings;
  readonly workspace: WorkspaceSettings;
  readonly queue: Named;
  /** What the customer's window shows of it. */
  readonly face: Site;
}

/** The workspaces, sites and origins of the settings, by what they are asked for. */
export class Directory {
  readonly workspaces: readonly WorkspaceSettings[];
  readonly #workspaces = new Map<string, WorkspaceSettings>();
  readonly #sites = new Map<string, SiteEntry>();
  readonly #origins = new Map<string, string>();
  readonly #desks = new Set<string>();

  constructor({ workspaces }: Settings) {
    this.workspaces = workspaces;
    for (const workspace of workspaces) {
      this.#workspaces.set(workspace.id, workspace);
      for (const origin of workspace.agents.origins) this.#desks.add(this.#keep(origin));
      for (const site of workspace.sites) this.#addSite(workspace, site);
    }
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

  #addSite(workspace: WorkspaceSettings, settings: SiteSettings): void {
    const queue = workspace.queues.find(({ id }) => id === settings.queue);
    if (!queue) throw new Error(`the settings were not checked: site ${settings.key} has no queue`);
    for (const origin of settings.origins) this.#keep(origin);
    const { name, greeting, usualReplyMinutes, preChat } = settings;
    this.#sites.set(settings.key, { settings, workspace, queue, face: { name, greeting, usualReplyMinutes, preChat } });
  }

  #keep(origin: string): string {
    this.#origins.set(origin, origin);
    return origin;
  }
}
