import { SHORTCUTS, isApple, type ShortcutName } from './table.js';

interface KeyboardLayout {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}

let letters: ReadonlyMap<string, string> = new Map();

/** Asks the browser what is printed on the keys. Those that do not tell are taken for a US layout. */
export async function learnLayout(keyboard = (navigator as Navigator & { keyboard?: KeyboardLayout }).keyboard): Promise<void> {
  try {
    letters = (await keyboard?.getLayoutMap()) ?? letters;
  } catch {
    // A frame may be denied the layout; the US letters then stand where the keys are.
  }
}

const letterOf = (code: string): string => {
  const printed = letters.get(code)?.toUpperCase() ?? '';
  // Keyboards of other scripts carry the Latin letter too, and that is the one in the same place.
  return /^[A-Z]$/.test(printed) ? printed : code.replace('Key', '');
};

/** The keys of an action as they are printed on the reader's keyboard: "Alt+X", on a Mac "⌃⇧X". */
export const keysOf = (name: ShortcutName, apple = isApple()): string => `${apple ? '⌃⇧' : 'Alt+'}${letterOf(SHORTCUTS[name])}`;

/** The same as `aria-keyshortcuts` wants it. */
export const ariaKeysOf = (name: ShortcutName, apple = isApple()): string =>
  `${apple ? 'Control+Shift' : 'Alt'}+${letterOf(SHORTCUTS[name])}`;
