/** Small things that a browser remembers of the widget; where it refuses to, they last as long as the page. */
const refused = new Map<string, string>();

export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? refused.get(key) ?? null;
  } catch {
    return refused.get(key) ?? null;
  }
}

/** Remembers a value; forgets it where it is null. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    if (value === null) refused.delete(key);
    else refused.set(key, value);
  }
}
