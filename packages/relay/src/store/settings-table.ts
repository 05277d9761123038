import { StaleSettings } from '../settings/stale-settings.js';
import { appendLines, lockTrail } from './audit-table.js';
import { attempt } from './faults.js';
import type { Pool } from './pool.js';
import { FIND_SETTINGS } from './sql/find-settings.js';
import { SAVE_SETTINGS } from './sql/save-settings.js';
import type { SavedSettings, SettingsChange, Store } from './store.js';

/** The settings' part of the store. */
export class SettingsTable implements Pick<Store, 'settings' | 'saveSettings'> {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  settings(workspace: string): Promise<SavedSettings | undefined> {
    return attempt(async () => {
      const [saved] = await this.#pool.ask<SavedSettings>(FIND_SETTINGS, [workspace]);
      return saved;
    });
  }

  saveSettings(settings: SavedSettings, about: SettingsChange = { name: '', parts: [] }): Promise<void> {
    const { workspace, version, document, changedAt, changedBy } = settings;
    return attempt(async () => {
      const isSaved = await this.#pool.transact(async (tx) => {
        const rows = await tx.ask(SAVE_SETTINGS, [workspace, version, JSON.stringify(document), changedAt, changedBy]);
        if (rows.length === 0) return false;
        // Held till the commit: whatever is written into the trail after this line was decided by these settings.
        const head = await lockTrail(tx, workspace);
        const who = { id: changedBy, name: about.name, role: 'admin' } as const;
        appendLines(tx, workspace, head, [{ what: 'settings.changed', at: changedAt, who, version, parts: about.parts }]);
        return true;
      });
      if (isSaved) return;
      const saved = await this.settings(workspace);
      throw new StaleSettings(saved?.version ?? 0);
    });
  }
}
