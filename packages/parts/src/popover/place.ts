const GAP = 8;

/**
 * Puts an open popover above or below what it belongs to, its start edge at that one's, and wholly in view where there is room for it at all;
 * on the other side where only that one has room. The popover's style is `position: fixed; inset: auto; margin: 0`.
 */
export function place(popover: HTMLElement, anchor: Element, side: 'above' | 'below'): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const above = at.top - height - GAP;
  const below = at.bottom + GAP;
  const fits = side === 'above' ? above >= 0 : below + height > innerHeight && above >= 0;
  const start = getComputedStyle(anchor).direction === 'rtl' ? at.right - width : at.left;
  const within = (value: number, size: number, room: number) => Math.max(GAP, Math.min(value, room - size - GAP));
  popover.style.setProperty('left', `${within(start, width, document.documentElement.clientWidth)}px`);
  popover.style.setProperty('top', `${within(fits ? above : below, height, innerHeight)}px`);
}
