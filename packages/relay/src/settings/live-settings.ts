import type { Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { turnOffAll } from '../cobrowse/turn-off.js';
import type { Deps } from '../deps.js';
import { topics, type Envelope, type Subscriber } from '../hub/hub.js';
import type { SavedSettings } from '../store/store.js';
import { checkWorkspace } from './check-settings.js';
import { deskFace } from './desk-face.js';
import { SettingsError, type Fault } from './faults.js';
import type { WorkspaceSettings } from './schema/workspace.js';
import { withSecretsOf } from './secrets.js';
import { StaleSettings } from './stale-settings.js';

type LiveDeps = Pick<Deps, 'store' | 'hub' | 'directory' | 'log' | 'now' | 'writer'>;

const partOf = (document: unknown, key: 'id' | 'version'): unknown =>
  typeof document === 'object' && document !== null && key in document ? (document as Record<string, unknown>)[key] : undefined;

/** What is wrong with a document in this place, whatever else is wrong with it. */
function misplacedIn({ id }: WorkspaceSettings, document: unknown): Fault[] {
  const said = partOf(document, 'id');
  return [
    ...(partOf(document, 'version') === undefined ? [{ path: 'version', reason: 'is missing: it says which settings were changed' }] : []),
    ...(said === undefined || said === id ? [] : [{ path: 'id', reason: `has to stay ${id}` }]),
  ];
}

/** The parts of the settings that are others now, but for the version. */
const differing = (before: WorkspaceSettings, after: WorkspaceSettings): string[] =>
  (Object.keys({ ...before, ...after }) as (keyof WorkspaceSettings)[]).filter(
    (part) => part !== 'version' && JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  );

/** Keeps the running settings the newest that were saved by whatever relay, and saves new ones (rules S4 to S7). */
export class LiveSettings {
  readonly #deps: LiveDeps;
  readonly #subscriptions: readonly { topic: string; subscriber: Subscriber }[];
  /** Workspaces of which newer settings were saved than run here. */
  readonly #behind = new Set<string>();
  readonly #reading = new Set<Promise<void>>();

  constructor(deps: LiveDeps) {
    this.#deps = deps;
    this.#subscriptions = deps.directory.workspaces.map(({ id }) => ({
      topic: topics.settings(id),
      subscriber: { deliver: (envelope: Envelope) => this.#hear(id, envelope) },
    }));
  }

  start(): void {
    for (const { topic, subscriber } of this.#subscriptions) this.#deps.hub.subscribe(topic, subscriber);
  }

  /** Tries again what could not be read when it was told. */
  retry(): void {
    if (this.#reading.size === 0) for (const workspace of this.#behind) this.#begin(workspace);
  }

  async stop(): Promise<void> {
    for (const { topic, subscriber } of this.#subscriptions) this.#deps.hub.unsubscribe(topic, subscriber);
    await Promise.all(this.#reading);
  }

  /** The newest settings of a workspace. Asks the store, since what another relay told may have been lost on the way. */
  async newest(workspace: string): Promise<WorkspaceSettings> {
    const saved = await this.#deps.store.settings(workspace);
    if (saved && saved.version > this.#running(workspace).version) this.#take(this.#read(saved));
    return this.#running(workspace);
  }

  /**
   * Puts a document in the place of a workspace's settings, everywhere. Throws {@link StaleSettings} where it was made from older ones than
   * run now, and {@link SettingsError} with every fault; what runs is untouched then. Where they turn co-browse off its sessions end.
   */
  async change({ id: changedBy, name, workspace }: Person, document: unknown): Promise<WorkspaceSettings> {
    const { store, hub, now } = this.#deps;
    const running = await this.newest(workspace);
    const madeFrom = partOf(document, 'version');
    if (typeof madeFrom === 'number' && madeFrom !== running.version) throw new StaleSettings(running.version);
    const next = { ...this.#checked(running, document), version: running.version + 1 };
    await this.#mustBeEmpty(running, next);
    const parts = differing(running, next);
    await store.saveSettings({ workspace, version: next.version, document: next, changedAt: now(), changedBy }, { name, parts });
    this.#take(next);
    hub.publish(topics.settings(workspace), { kind: 'settings', version: next.version });
    await turnOffAll(this.#deps, workspace);
    return next;
  }

  #read({ workspace, version, document }: SavedSettings): WorkspaceSettings {
    try {
      return checkWorkspace(document, this.#others(workspace));
    } catch (cause) {
      // Nobody who asks now has made these faults: most likely a newer build saved it.
      throw new Error(`version ${String(version)} of the settings of ${workspace} cannot be used by this build`, { cause });
    }
  }

  #checked(running: WorkspaceSettings, document: unknown): WorkspaceSettings {
    const faults = misplacedIn(running, document);
    try {
      const next = checkWorkspace(withSecretsOf(running, document), this.#others(running.id));
      if (faults.length === 0) return next;
    } catch (fault) {
      if (!(fault instanceof SettingsError)) throw fault;
      faults.push(...fault.faults);
    }
    throw new SettingsError(faults);
  }

  /** Nobody may be left in a queue that no agent sees any more (rule S8). */
  async #mustBeEmpty({ id, queues }: WorkspaceSettings, next: WorkspaceSettings): Promise<void> {
    const gone = queues.filter((queue) => !next.queues.some((other) => other.id === queue.id));
    const waiting = await Promise.all(gone.map((queue) => this.#deps.store.waitingIn(id, queue.id)));
    const faults = gone.flatMap((queue, index) => {
      const count = waiting[index]?.length ?? 0;
      return count === 0 ? [] : [{ path: 'queues', reason: `has no ${queue.id} any more, where ${String(count)} wait` }];
    });
    if (faults.length > 0) throw new SettingsError(faults);
  }

  #running(workspace: string): WorkspaceSettings {
    const running = this.#deps.directory.workspace(workspace);
    // Whoever has a token of a workspace that is not in the file is nobody.
    if (!running) throw new RelayError('unauthorized');
    return running;
  }

  #others(workspace: string): WorkspaceSettings[] {
    return this.#deps.directory.workspaces.filter(({ id }) => id !== workspace);
  }

  #take(settings: WorkspaceSettings): void {
    const { directory, hub } = this.#deps;
    // Two readings may end in another order than they began.
    if (settings.version <= this.#running(settings.id).version) return;
    directory.replace(settings);
    // Each relay tells when it has them, so that a console which opens meanwhile hears of them too.
    hub.publish(topics.desk(settings.id), {
      kind: 'desk',
      desk: deskFace(settings, { model: this.#deps.writer !== undefined, files: directory.hasFiles }),
    });
  }

  #hear(workspace: string, { told }: Envelope): void {
    // After a break nobody knows what was told meanwhile.
    const isNews = told.kind === 'missed' || (told.kind === 'settings' && told.version > this.#running(workspace).version);
    if (!isNews) return;
    this.#behind.add(workspace);
    this.#begin(workspace);
  }

  #begin(workspace: string): void {
    const reading = this.#catchUp(workspace);
    this.#reading.add(reading);
    void reading.finally(() => this.#reading.delete(reading));
  }

  async #catchUp(workspace: string): Promise<void> {
    try {
      await this.newest(workspace);
    } catch (fault) {
      // `retry` reads them when the database is back. What this build cannot use it leaves alone, and what runs goes on.
      if (fault instanceof RelayError) return;
      this.#deps.log.error({ err: fault, workspace }, 'settings that were saved cannot be used');
    }
    this.#behind.delete(workspace);
  }
}
