import type { SavedForms } from '@deskbell/protocol/forms.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { draftOf, isSameForm, type Draft } from './draft.js';

/** What stands in the settings since somebody else saved; `draft` is undefined where they deleted it. */
export interface Theirs {
  readonly version: number;
  readonly draft: Draft | undefined;
}

interface Asked {
  readonly version: number;
  readonly draft: Draft;
  readonly fetch: () => Promise<SavedForms>;
  readonly act: (version: number) => Promise<void>;
}

/**
 * Does something to the settings of that version, or of the newest where somebody changed only other things meanwhile. Resolves with what
 * they made of this form where it was that.
 */
export async function withNewest({ version, draft, fetch, act }: Asked): Promise<Theirs | undefined> {
  try {
    await act(version);
    return undefined;
  } catch (error) {
    if (!(error instanceof RelayError && error.code === 'stale')) throw error;
  }
  const newest = await fetch();
  const theirs = newest.forms.find(({ id }) => id === draft.about.id);
  const isSame = theirs && draft.saved ? isSameForm(theirs, draft.saved) : theirs === draft.saved;
  if (!isSame) return { version: newest.version, draft: theirs && draftOf(theirs) };
  await act(newest.version);
  return undefined;
}
