/** What a page of the agent's side puts on `window`: what the heading says there, and when it came to say so, ms since 1970. */
export interface FollowedPage {
  readonly seen: { readonly text: string; readonly at: number }[];
  /** The number of the last frame that was taken; on the page of Deskbell's player alone. */
  frame?(): number;
}

/** Notes down when the heading of the shown page says something else; `find` gives the page's document once it is there. */
export function follow(find: () => Document | null | undefined): void {
  const seen: { text: string; at: number }[] = [];
  Object.assign(window, { seen });
  const look = (): void => {
    const shown = find();
    if (!shown?.querySelector('h1')) {
      requestAnimationFrame(look);
      return;
    }
    const note = (): void => {
      const text = shown.querySelector('h1')?.textContent;
      if (text && seen.at(-1)?.text !== text) seen.push({ text, at: performance.timeOrigin + performance.now() });
    };
    new MutationObserver(note).observe(shown, { subtree: true, childList: true, characterData: true });
    note();
  };
  look();
}
