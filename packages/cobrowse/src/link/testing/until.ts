/** Settles when something is so; what is waited for is work of this process, which goes on between two looks. Throws when it never comes. */
export async function until(isSo: () => boolean, what = String(isSo)): Promise<void> {
  for (let look = 0; !isSo(); look += 1) {
    if (look > 20_000) throw new Error(`it never came that ${what}`);
    await new Promise(setImmediate);
  }
}
