/** Something in a list that can have the focus, and stops Tab where it is the list's one stop. */
export interface Stop extends HTMLElement {
  tabbable: boolean;
}

/**
 * One Tab stop for a list of many (the "roving tabindex"): arrows, Home and End go through it, and Tab goes on to what comes after it.
 * Call `settle` after every update of the list.
 */
export class Roving {
  private readonly stops: () => readonly Stop[];
  private current: Stop | undefined;
  private place = 0;
  private hasFocus = false;

  constructor(stops: () => readonly Stop[]) {
    this.stops = stops;
  }

  /** Gives the list its one stop: where the focus was last, else what stands in that place now, else `preferred`. */
  settle(preferred?: Stop): void {
    const stops = this.stops();
    const lost = this.current && !stops.includes(this.current) ? stops[Math.min(this.place, stops.length - 1)] : undefined;
    const stop = lost ?? this.current ?? preferred ?? stops[0];
    for (const other of stops) other.tabbable = other === stop;
    if (lost) this.current = lost;
    if (this.current) this.place = stops.indexOf(this.current);
    // The one that had the focus went away, and the focus must not be left on the page.
    if (lost && this.hasFocus && document.activeElement === document.body) lost.focus();
  }

  /** Puts the focus where it was last in the list, or on `preferred`. Returns whether there is anything that can have it. */
  focus(preferred?: Stop): boolean {
    const stop = preferred ?? this.stops().find(({ tabbable }) => tabbable);
    stop?.focus();
    return stop !== undefined;
  }

  /** Listens to `focusin` of the list. */
  readonly enter = (event: FocusEvent): void => {
    const stop = this.stops().find((candidate) => event.composedPath().includes(candidate));
    if (!stop) return;
    this.current = stop;
    this.hasFocus = true;
    this.settle();
  };

  /** Listens to `focusout` of the list. */
  readonly leave = (event: FocusEvent): void => {
    // Nothing gets the focus when an element is taken away; everybody else who takes it is named.
    this.hasFocus = event.relatedTarget === null;
  };

  /** Listens to `keydown` of the list. */
  readonly walk = (event: KeyboardEvent): void => {
    const target = event.altKey || event.ctrlKey || event.metaKey ? undefined : this.target(event.key);
    if (!target) return;
    event.preventDefault();
    target.focus();
  };

  private target(key: string): Stop | undefined {
    const stops = this.stops();
    const at = stops.findIndex((stop) => stop === this.current);
    if (key === 'ArrowDown') return stops[Math.min(at + 1, stops.length - 1)];
    if (key === 'ArrowUp') return stops[Math.max(at - 1, 0)];
    if (key === 'Home') return stops[0];
    return key === 'End' ? stops.at(-1) : undefined;
  }
}
