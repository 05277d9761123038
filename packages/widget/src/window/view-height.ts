/**
 * Keeps an element as high as what is seen of the page: on phones the keyboard covers the rest, and only the visual viewport knows.
 * Sets `--view-height` and `--view-top`; returns what ends it.
 */
export function followView(element: HTMLElement): () => void {
  const view = window.visualViewport;
  if (!view) return () => undefined;
  const follow = (): void => {
    element.style.setProperty('--view-height', `${view.height}px`);
    element.style.setProperty('--view-top', `${view.offsetTop}px`);
  };
  const end = new AbortController();
  for (const type of ['resize', 'scroll']) view.addEventListener(type, follow, { signal: end.signal });
  follow();
  return () => end.abort();
}
