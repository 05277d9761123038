const SVG = 'http://www.w3.org/2000/svg';

/** The customer's pointer, drawn over the page: it says where they are, and that they press. */
export class CustomerPointer {
  readonly element: HTMLElement;

  constructor(document: Document) {
    this.element = document.createElement('div');
    this.element.className = 'pointer';
    this.element.hidden = true;
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '0 0 22 22');
    const arrow = document.createElementNS(SVG, 'path');
    for (const [name, value] of [
      ['d', 'M1.5 1.5 L1.5 16.5 L5.6 12.9 L8.3 19.1 L11.2 17.8 L8.6 11.8 L14 11.4 Z'],
      ['fill', '#1c2330'],
      ['stroke', 'white'],
      ['stroke-width', '1.4'],
      ['stroke-linejoin', 'round'],
    ] as const)
      arrow.setAttribute(name, value);
    svg.append(arrow);
    this.element.append(svg);
  }

  /** Moves it to a point of the view, CSS px. */
  show(x: number, y: number, pressed: boolean): void {
    this.element.hidden = false;
    this.element.style.transform = `translate(${String(x)}px, ${String(y)}px)`;
    this.element.toggleAttribute('data-pressed', pressed);
  }

  hide(): void {
    this.element.hidden = true;
  }
}
