import { Drafts } from './drafts.js';
import { Preferences } from './preferences.js';
import { pageStorage } from './storage.js';

/** What this browser keeps for one agent of one workspace. */
export interface Belongings {
  readonly preferences: Preferences;
  readonly drafts: Drafts;
}

export const belongingsOf = (workspace: string, agent: string, storage = pageStorage()): Belongings => ({
  preferences: new Preferences(storage, workspace, agent),
  drafts: new Drafts(storage, workspace, agent),
});
