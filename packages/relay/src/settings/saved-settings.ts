import type { SavedSettings, Store } from '../store/store.js';
import { checkSettings } from './check-settings.js';
import type { Settings } from './schema/settings.js';

const sourceOf = (saved: readonly SavedSettings[]): string =>
  [
    'the settings',
    ...saved.map(({ workspace, version }) => `with what was saved of ${workspace} (a file with a version above ${String(version)} wins)`),
  ].join(', ');

/**
 * What a relay begins with: of each workspace of the file, what an admin saved, unless the file's version is higher. Throws a SettingsError
 * that says how to go on where that cannot be used.
 */
export async function withSaved(file: Settings, store: Pick<Store, 'settings'>): Promise<Settings> {
  const found = await Promise.all(file.workspaces.map(({ id }) => store.settings(id)));
  const saved = found.filter(
    (each, index): each is SavedSettings => each !== undefined && each.version >= (file.workspaces[index]?.version ?? 0),
  );
  const workspaces = file.workspaces.map((workspace) => saved.find((each) => each.workspace === workspace.id)?.document ?? workspace);
  return checkSettings({ workspaces }, sourceOf(saved));
}
