import { DeskbellShortcutEvent } from '../events.js';
import { shortcutOf, type ShortcutName } from './table.js';

const isTyping = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select'));

/** What keys pressed in a desk ask for, if anything; nothing while a dialog of it waits for its answer, or where somebody else took the keys. */
function pressed(event: KeyboardEvent, desk: EventTarget): DeskbellShortcutEvent | undefined {
  const path = event.composedPath();
  // The desk itself may stand in a dialog of the page around it.
  const inside = path.slice(0, path.indexOf(desk));
  if (event.defaultPrevented || inside.some((target) => target instanceof HTMLDialogElement)) return undefined;
  const shortcut = shortcutOf(event, isTyping(path[0]));
  return shortcut && new DeskbellShortcutEvent(shortcut, path);
}

/** Does what keys pressed in a desk ask for: by itself, or by one of its pieces. */
export function obey(event: KeyboardEvent, desk: EventTarget, shortcuts: Partial<Record<ShortcutName, () => void>>): void {
  const asked = pressed(event, desk);
  if (!asked) return;
  const run = shortcuts[asked.shortcut];
  run?.();
  if (run || !desk.dispatchEvent(asked)) event.preventDefault();
}
