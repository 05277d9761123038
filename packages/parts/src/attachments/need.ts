let coming: Promise<unknown> | undefined;

/** Fetches the elements that have to do with files, once. Where that failed, the next call tries again. */
export function needFiles(): void {
  coming ??= import('./everything.js').catch(() => (coming = undefined));
}
