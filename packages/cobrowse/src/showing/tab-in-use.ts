/** What a tab is told of how it is used. */
export interface TabListener {
  /** The customer is here: it is looked at, focused, or touched. */
  used(): void;
  /** It is not looked at. */
  hidden(): void;
  /** The browser puts the page aside, or closes it; `used` follows where it comes back. */
  left(): void;
}

/** Whether somebody can be looking at this tab. */
export const isLookedAt = (): boolean => document.visibilityState === 'visible';

/** Tells how this tab is used, until `signal`. Of two windows side by side the one that was touched last is in use. */
export function watchTab({ used, hidden, left }: TabListener, signal: AbortSignal): void {
  const use = () => {
    if (isLookedAt()) used();
  };
  document.addEventListener('visibilitychange', () => (isLookedAt() ? used() : hidden()), { signal });
  for (const type of ['focus', 'pointerdown', 'keydown', 'pageshow']) addEventListener(type, use, { capture: true, passive: true, signal });
  addEventListener('pagehide', left, { signal });
}
