/**
 * Whether the focus is in an element or below it, through shadow roots. `:focus-within` would say the same, but Chromium loses it where the
 * focus was set in something slotted that is only just there, as in a dialog that opens.
 */
export function hasFocus(element: Element): boolean {
  const { activeElement } = element.getRootNode() as Document | ShadowRoot;
  return element.contains(activeElement);
}

/** Takes the focus where what had it, below the element, is about to go: the keys would go with it. */
export function keepFocus(element: HTMLElement): void {
  if (hasFocus(element)) requestAnimationFrame(() => document.activeElement === document.body && element.focus());
}
