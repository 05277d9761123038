import { createContext } from '@lit/context';
import type { AgentSession, AgentState } from '@deskbell/client/agent.js';
import type { Ticker } from '@deskbell/parts/duration/ticker.js';
import type { CobrowseDoor } from './cobrowse/door.js';
import type { Drafts } from './drafts.js';
import type { Notice } from './news.js';
import type { Choices } from './preferences.js';

/** The desk as the pieces under it know it. */
export interface DeskHost extends HTMLElement {
  /** Undefined until it has a session. */
  readonly activeSession: AgentSession | undefined;
  readonly ticker: Ticker;
  /** Undefined until the relay said who is here. */
  readonly drafts: Drafts | undefined;
  /** The address of the emoji; empty for none. */
  readonly emoji: string;
  /** Customers' pages that the agent is shown. */
  readonly cobrowse: CobrowseDoor;
  /** Changes what the agent chose for this browser. */
  choose(part: Partial<Choices>): void;
  /** Puts away what is said of a conversation. */
  dismiss(conversation: string): void;
}

/** What became of "Accept" and "Reject", by conversation, and what else is to be said of it. */
export interface Acceptances {
  /** On their way. */
  readonly asked: ReadonlySet<string>;
  /** The newest last. */
  readonly notices: readonly Notice[];
}

export const NO_ACCEPTANCES: Acceptances = { asked: new Set(), notices: [] };

export const deskContext = createContext<DeskHost | undefined>(Symbol.for('deskbell-desk'));
export const stateContext = createContext<AgentState | undefined>(Symbol.for('deskbell-state'));
/** The id of the conversation that is shown. */
export const selectedContext = createContext<string | undefined>(Symbol.for('deskbell-selected'));
export const acceptancesContext = createContext<Acceptances>(Symbol.for('deskbell-acceptances'));
export const choicesContext = createContext<Choices>(Symbol.for('deskbell-choices'));
