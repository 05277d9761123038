/** The height of a row, in px, as the style sheet has it: only the rows about the view are there, so the others have to be counted. */
const ROW = 52;
/** How many rows are there at once: more than are ever in view. */
const ROWS = 14;
const ABOVE = 3;

/** The first of the rows that are there, where `first` of `count` is the uppermost in view. */
const startAt = (first: number, count: number): number => Math.max(0, Math.min(first - ABOVE, count - ROWS));

/** The rows that are there, and where they begin. */
export function rowsInView<T>(all: readonly T[], first: number): { readonly from: number; readonly rows: readonly T[] } {
  const from = startAt(first, all.length);
  return { from, rows: all.slice(from, from + ROWS) };
}

/** Makes the list as high as all of its rows, and puts those that are there in their place. */
export function stretch(list: HTMLElement | null, count: number, first: number): void {
  list?.style.setProperty('block-size', `${String(count * ROW)}px`);
  list?.style.setProperty('padding-block-start', `${String(startAt(first, count) * ROW)}px`);
}

/** The uppermost row in view. */
export const uppermost = (scroller: HTMLElement | null): number => Math.floor((scroller?.scrollTop ?? 0) / ROW);

/** Scrolls no further than it takes to have a row in view. */
export function reveal(scroller: HTMLElement | null, at: number): void {
  const top = at * ROW;
  if (!scroller || top < 0) return;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + ROW > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = top + ROW - scroller.clientHeight;
}
