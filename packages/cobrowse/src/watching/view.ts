import type { AgentWord, CustomerWord } from '../words.js';
import type { ShownPage, Tool } from './state.js';

/** What shows the mirror: a document of its own, which is reached over a port. */
export interface View {
  /** A stream begins anew. What is shown stays till the first snapshot of the new one is whole. */
  begin(): void;
  /** A part of the stream, in order. */
  mirror(part: Uint8Array): void;
  /** What the agent's pointer and keys do in it. */
  use(tool: Tool): void;
  /** Takes away what was drawn. */
  erase(): void;
  /** What the customer's side says of control, and of what the agent did. */
  hear(word: CustomerWord): void;
}

/** Who listens to it. */
export interface ViewListener {
  /** Everything up to this frame of the stream, as the customer's side counts, is on the screen; `parts`: how many came since `begin`. */
  shown(frame: number, parts: number): void;
  /** The stream cannot be followed: it is to begin anew. */
  lost(): void;
  /** The page is another, or its title, address or size. */
  paged(page: ShownPage): void;
  /** What the agent did in it. */
  did(word: AgentWord): void;
}
