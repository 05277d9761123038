import { StaleSettings } from '../settings/stale-settings.js';
import { attempt } from './faults.js';
import type { Pool } from './pool.js';
import { FIND_SETTINGS } from './sql/find-settings.js';
import { SAVE_SETTINGS } from './sql/save-settings.js';
import type { SavedSettings, Store } from './store.js';

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

  saveSettings({ workspace, version, document, changedAt, changedBy }: SavedSettings): Promise<void> {
    return attempt(async () => {
      const rows = await this.#pool.ask(SAVE_SETTINGS, [workspace, version, JSON.stringify(document), changedAt, changedBy]);
      if (rows.length > 0) return;
      const saved = await this.settings(workspace);
      throw new StaleSettings(saved?.version ?? 0);
    });
  }
}
