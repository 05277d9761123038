/** The page's storage, or undefined where the browser refuses it (private modes, sandboxed frames). */
export function pageStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** What is kept under a key and has the wanted shape; undefined for everything else. */
export function readKept<T>(storage: Storage | undefined, key: string, isWanted: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(storage?.getItem(key) ?? 'null');
    return isWanted(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value under a key; undefined takes it away. A storage that is full or refused keeps nothing, and the page goes on without. */
export function writeKept(storage: Storage | undefined, key: string, value: unknown): void {
  try {
    if (value === undefined) storage?.removeItem(key);
    else storage?.setItem(key, JSON.stringify(value));
  } catch {
    // Nothing can be done, and what is on the screen is still there.
  }
}
