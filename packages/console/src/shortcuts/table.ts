/**
 * The keys of every action, as `KeyboardEvent.code`: where a key is, not what is printed on it, so that they are in the same place on every
 * layout. All of them go with the modifiers of `isModified`, which write nothing. Left out are Alt+D, E and F, which browsers use.
 */
export const SHORTCUTS = {
  next: 'KeyJ',
  previous: 'KeyK',
  accept: 'KeyA',
  listen: 'KeyL',
  list: 'KeyT',
  search: 'KeyS',
  write: 'KeyC',
  resend: 'KeyR',
  responses: 'KeyP',
  attach: 'KeyU',
  information: 'KeyI',
  end: 'KeyX',
  transfer: 'KeyG',
  close: 'KeyW',
  note: 'KeyN',
  cobrowse: 'KeyO',
  back: 'KeyB',
  sound: 'KeyM',
  help: 'KeyH',
} as const;

export type ShortcutName = keyof typeof SHORTCUTS;

export type Keys = Pick<KeyboardEvent, 'code' | 'key' | 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey' | 'isComposing' | 'getModifierState'>;

/** Whether the keyboard is an Apple one, where Option writes letters. */
export const isApple = (platform = navigator.platform): boolean => /^(Mac|iP)/.test(platform);

const isModified = (keys: Keys, apple: boolean): boolean => {
  // AltGr writes letters; on Windows it comes as Ctrl and Alt together.
  if (keys.metaKey || keys.getModifierState('AltGraph')) return false;
  return apple ? keys.ctrlKey && keys.shiftKey && !keys.altKey : keys.altKey && !keys.ctrlKey && !keys.shiftKey;
};

/** The action that keys stand for. `?` alone is for help too, where nobody is typing. */
export function shortcutOf(keys: Keys, isTyping: boolean, apple = isApple()): ShortcutName | undefined {
  if (keys.isComposing) return undefined;
  if (keys.key === '?' && !isTyping && !keys.ctrlKey && !keys.altKey && !keys.metaKey) return 'help';
  if (!isModified(keys, apple)) return undefined;
  return (Object.keys(SHORTCUTS) as ShortcutName[]).find((name) => SHORTCUTS[name] === keys.code);
}
