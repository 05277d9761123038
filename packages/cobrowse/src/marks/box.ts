interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A frame around something that moves: it stays with it, frame by frame, since scrolling and resizing are not all that moves an element. */
export class Box {
  readonly element = document.createElement('div');
  #frame = 0;

  constructor() {
    this.element.className = 'box';
    this.element.hidden = true;
  }

  /** `where`: CSS px, as the box's own place has them; undefined once there is nothing to follow any more. */
  follow(where: () => Rectangle | undefined): void {
    cancelAnimationFrame(this.#frame);
    const at = where();
    this.element.hidden = !at || (at.width === 0 && at.height === 0);
    if (!at) return;
    for (const side of ['left', 'top', 'width', 'height'] as const) {
      const size = `${at[side]}px`;
      if (this.element.style[side] !== size) this.element.style[side] = size;
    }
    this.#frame = requestAnimationFrame(() => this.follow(where));
  }

  leave(): void {
    this.follow(() => undefined);
  }
}
