import type { MirroredPage } from '../sink.js';
import type { AgentWord, CustomerWord } from '../words.js';

// What the console's page and the view document say to each other. The view is the relay's own page at `/cobrowse/view?site=KEY`, in a frame of
// the console's. Once that has loaded, the console sends it `{ type: HELLO }` with `postMessage(…, origin of the relay, [port])`; the view takes
// the first port that comes from its parent and from an origin that is a desk of the site's workspace, and says `ready` over it.

/** The `type` of the message that brings the port. */
export const HELLO = 'deskbell-view';

/** What an agent does in the view with pointer and keys. `look`: nothing that the customer sees. */
export type ViewTool = 'look' | 'point' | 'draw' | 'highlight' | 'control';

/** `fit`: all of the customer's viewport is seen, never larger than life. `actual`: in its own size; the view scrolls. */
export type ViewMode = 'fit' | 'actual';

/** What goes into the view. */
export type ToView =
  /** A stream begins anew. What is shown stays till the first snapshot of the new one is whole. */
  | { readonly type: 'begin' }
  /** A part of the stream, in order, without the frame's first byte; the buffer may be transferred. */
  | { readonly type: 'mirror'; readonly part: ArrayBuffer }
  | { readonly type: 'use'; readonly tool: ViewTool }
  /** Takes away what was drawn and highlighted. */
  | { readonly type: 'erase' }
  /** What became of what was done in it: `done` and `refused`, and where control stands. */
  | { readonly type: 'heard'; readonly word: CustomerWord }
  | { readonly type: 'scale'; readonly mode: ViewMode }
  /** What the view is called for those who do not see it, in the agent's language. */
  | { readonly type: 'label'; readonly label: string };

/** What comes out of it. */
export type FromView =
  | { readonly type: 'ready' }
  /**
   * What came up to here is on the screen: so many `parts` since `begin`, the last of them `frame` as the customer's side counts, which is what an
   * `ack` is about.
   */
  | { readonly type: 'shown'; readonly frame: number; readonly parts: number }
  /** The stream cannot be followed: it is to begin anew. */
  | { readonly type: 'lost' }
  | { readonly type: 'paged'; readonly page: MirroredPage }
  /** What the agent did in it, for the customer's side. */
  | { readonly type: 'did'; readonly word: AgentWord }
  /** Escape was pressed while the agent does not type for the customer: the tool is to be put away. */
  | { readonly type: 'left' }
  /** How large the page is shown, 1 for life. */
  | { readonly type: 'scaled'; readonly scale: number };
