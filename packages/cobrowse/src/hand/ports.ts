import type { AgentWord } from '../words.js';

/** What an agent does in the view with pointer and keys. `look`: nothing that the customer sees. */
export type Tool = 'look' | 'point' | 'draw' | 'highlight' | 'control';

/** CSS px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point of an element of the customer's page: the element by its id, and where in it, as parts of its width and height. */
export interface Spot extends Point {
  readonly node: number;
}

/** The customer's page as it is built anew on the agent's side: `View` and its player are one. */
export interface Shown {
  /** Lies over the page as large as it is shown, and takes the agent's pointer. */
  readonly surface: HTMLElement;
  /** Lies over the page too, in CSS px of the customer's viewport, and takes no pointer. */
  readonly marks: HTMLElement;
  /** Where in the customer's viewport a point of the view's own viewport is. */
  toPage(point: Point): Point;
  isOnPage(point: Point): boolean;
  readonly player: {
    /** What is at a point of the customer's viewport; undefined where it is nothing of the page's. */
    spotAt(x: number, y: number): Spot | undefined;
    /** Where a node's element is in the customer's viewport. */
    boxOf(node: number): DOMRect | undefined;
    /** What stands for a node. To be looked at only. */
    nodeOf(node: number): Node | undefined;
    /** 0 where it is none of the page's. */
    idOf(node: Node): number;
    /** Which node has the customer's focus; 0 for none. */
    readonly focusedNode: number;
  };
}

export interface HandPorts {
  readonly view: Shown;
  /** To the customer's side. */
  say(word: AgentWord): void;
  /** Milliseconds, never going back; `performance.now()` where left out. */
  now?(): number;
  /** Runs something before the next picture is drawn; `requestAnimationFrame` where left out. */
  nextFrame?(run: () => void): void;
}

/** What the parts of a hand share. */
export interface Reach {
  readonly view: Shown;
  say(word: AgentWord): void;
  now(): number;
  nextFrame(run: () => void): void;
  /** Sends an act; its id, by which the customer's side answers. */
  act(act: Extract<AgentWord, { type: 'act' }>['act']): number;
}
