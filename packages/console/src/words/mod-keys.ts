import { isApple } from '../shortcuts/table.js';

/** A letter with the key that goes with it in text boxes, as it is written on the keys: "Ctrl+B", on a Mac "⌘B". */
export const modKeys = (letter: string, apple = isApple()): string => (apple ? `⌘${letter}` : `Ctrl+${letter}`);

/** The same as `aria-keyshortcuts` wants it. */
export const ariaModKeys = (letter: string, apple = isApple()): string => `${apple ? 'Meta' : 'Control'}+${letter}`;
