import type { MirroredPage } from '../sink.js';
import { CustomerPointer } from './customer-pointer.js';
import { Player } from './player.js';
import type { ViewMode } from './view-port.js';

/** Who wants to know of the view. */
export interface ViewListener {
  paged(page: MirroredPage): void;
  /** How large the page is shown, 1 for life. */
  scaled(scale: number): void;
  /** A fresh snapshot is needed. */
  lost(): void;
}

/** A point, CSS px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The customer's page as the agent sees it: as large as there is room, with the customer's pointer over it. What the agent does with pointer and
 * keys never gets into the page: `surface` lies over it and takes it, for whoever listens there; what is to be drawn over the page goes into
 * `marks`, in CSS px of the customer's viewport.
 */
export class View {
  readonly player: Player;
  /** What has the focus and gets the keys: it is as large as the view. */
  readonly element: HTMLElement;
  /** Takes the agent's pointer: as large as the page is shown. */
  readonly surface: HTMLElement;
  /** Lies over the page, scaled with it; nothing in it takes the pointer. */
  readonly marks: HTMLElement;
  readonly #room: HTMLElement;
  readonly #stage: HTMLElement;
  readonly #pointer: CustomerPointer;
  readonly #listener: ViewListener;
  readonly #sizes: ResizeObserver;
  #mode: ViewMode = 'fit';
  #scale = 1;
  #at: (Point & { readonly pressed: boolean }) | undefined;

  /** @param parent - What the view fills. */
  constructor(parent: HTMLElement, listener: ViewListener) {
    this.#listener = listener;
    const { ownerDocument: document } = parent;
    const make = (name: string): HTMLElement => {
      const element = document.createElement('div');
      element.className = name;
      return element;
    };
    this.element = make('view');
    this.element.tabIndex = 0;
    this.element.id = 'view';
    this.element.setAttribute('role', 'region');
    this.element.dataset.mode = this.#mode;
    this.#room = make('room');
    this.#room.hidden = true;
    this.#stage = make('page');
    this.marks = make('marks');
    this.surface = make('surface');
    this.#pointer = new CustomerPointer(document);
    this.#room.append(this.#stage, this.marks, this.#pointer.element, this.surface);
    this.element.append(this.#room);
    parent.append(this.element);
    this.player = new Player(this.#stage, {
      paged: (page) => this.#paged(page),
      pointed: (x, y, pressed) => this.#point({ x, y, pressed }),
      lost: () => this.#listener.lost(),
    });
    this.#sizes = new ResizeObserver(() => this.#fit());
    this.#sizes.observe(this.element);
  }

  get mode(): ViewMode {
    return this.#mode;
  }

  set mode(mode: ViewMode) {
    this.#mode = mode;
    this.element.dataset.mode = mode;
    this.#fit();
  }

  /** How large the page is shown, 1 for life. */
  get scale(): number {
    return this.#scale;
  }

  /** What it is called for those who do not see it. */
  set label(label: string) {
    this.element.setAttribute('aria-label', label);
    this.element.ownerDocument.title = label;
  }

  /** Where in the customer's viewport a point of the view's own viewport (`clientX`, `clientY`) is; it may be outside. */
  toPage({ x, y }: Point): Point {
    const box = this.#room.getBoundingClientRect();
    return { x: (x - box.x) / this.#scale, y: (y - box.y) / this.#scale };
  }

  /** The other way round. */
  toView({ x, y }: Point): Point {
    const box = this.#room.getBoundingClientRect();
    return { x: box.x + x * this.#scale, y: box.y + y * this.#scale };
  }

  /** Whether a point is in the customer's viewport. */
  isOnPage({ x, y }: Point): boolean {
    const { page } = this.player;
    return page !== undefined && x >= 0 && y >= 0 && x < page.width && y < page.height;
  }

  close(): void {
    this.#sizes.disconnect();
    this.player.close();
    this.element.remove();
  }

  #paged(page: MirroredPage): void {
    this.#fit();
    this.#listener.paged(page);
  }

  #point(at: Point & { readonly pressed: boolean }): void {
    this.#at = at;
    this.#pointer.show(at.x * this.#scale, at.y * this.#scale, at.pressed);
  }

  /** Never larger than life: what has to be read is not to be blurred. */
  #fit(): void {
    const { page } = this.player;
    if (!page || page.width <= 0 || page.height <= 0) return;
    const { clientWidth, clientHeight } = this.element;
    const fitting = Math.min(1, clientWidth / page.width, clientHeight / page.height);
    this.#scale = this.#mode === 'fit' && fitting > 0 ? fitting : 1;
    const [width, height] = [page.width * this.#scale, page.height * this.#scale];
    this.#room.hidden = false;
    this.#room.style.width = `${String(width)}px`;
    this.#room.style.height = `${String(height)}px`;
    // On whole pixels, so that lines stay sharp.
    this.#room.style.marginLeft = `${String(Math.max(0, Math.floor((clientWidth - width) / 2)))}px`;
    this.#room.style.marginTop = `${String(Math.max(0, Math.floor((clientHeight - height) / 2)))}px`;
    this.#stage.style.transform = this.marks.style.transform = this.#scale === 1 ? '' : `scale(${String(this.#scale)})`;
    if (this.#at) this.#point(this.#at);
    this.#listener.scaled(this.#scale);
  }
}
