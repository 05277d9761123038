import { DeskbellShortcutEvent } from '../events.js';
import { shortcutOf } from './table.js';

const isTyping = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select'));

/** What the keys ask for, if anything; nothing while a dialog waits for its answer, or where somebody else took the keys. */
export function pressed(event: KeyboardEvent): DeskbellShortcutEvent | undefined {
  const path = event.composedPath();
  if (event.defaultPrevented || path.some((target) => target instanceof HTMLDialogElement)) return undefined;
  const shortcut = shortcutOf(event, isTyping(path[0]));
  return shortcut && new DeskbellShortcutEvent(shortcut, path);
}
