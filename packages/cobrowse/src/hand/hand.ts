import type { AgentWord, CustomerWord } from '../words.js';

/** What an agent does in the view with pointer and keys. `look`: nothing that the customer sees. */
export type Tool = 'look' | 'point' | 'draw' | 'highlight' | 'control';

/** The customer's page as it is built anew on the agent's side. */
export interface HandPorts {
  /** Lies exactly over the page, takes what the agent does, and is scaled with it: its own size in CSS px is that of the customer's viewport. */
  readonly glass: HTMLElement;
  /** The page's document; another one after a fresh snapshot. Undefined: nothing is shown yet. */
  document(): Document | undefined;
  /** The node's id in the mirror; 0 where it has none. */
  idOf(node: Node): number;
  nodeOf(id: number): Node | undefined;
  /** Which element has the customer's focus; 0 for none. */
  focused(): number;
  /** To the customer's side. */
  say(word: AgentWord): void;
  /** Milliseconds, never going back. */
  now(): number;
}

/** The agent's pointer, wheel, touch and keys in the view, as words to the customer's side. */
export class Hand {
  readonly #ports: HandPorts;
  #tool: Tool = 'look';

  constructor(ports: HandPorts) {
    this.#ports = ports;
  }

  get tool(): Tool {
    return this.#tool;
  }

  /** Chooses what pointer and keys do. Control that was not granted is refused on the customer's side, whatever is chosen here. */
  use(tool: Tool): void {
    this.#tool = tool;
  }

  /** What the customer's side says; `refused` shows where the hand may not go. Optional: without it nothing is known of refusals. */
  hear(word: CustomerWord): void {
    if (word.type === 'control' && word.state !== 'granted' && this.#tool === 'control') this.use('point');
  }

  close(): void {
    this.#ports.glass.replaceChildren();
  }
}
