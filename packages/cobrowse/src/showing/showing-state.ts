import type { CobrowseEnd } from '@deskbell/protocol/cobrowse.js';

/**
 * How a page that is shown stands. `connecting`: not seen yet; `live`: the agent sees it; `private`: this page is off limits, and nothing of it
 * is seen; `failed`: this page gets in the way of it, and the next one is tried again; `elsewhere`: another tab is in use, and seen; `reconnecting`: it was seen and is not, nobody knows for how long; `ended`: for good.
 */
export type ShowingPhase = 'connecting' | 'live' | 'private' | 'failed' | 'elsewhere' | 'reconnecting' | 'ended';

/** Everything that a banner tells. A new object with every change. */
export interface ShowingState {
  readonly phase: ShowingPhase;
  /** The agent's name. */
  readonly agent: string;
  /** Whether the agent clicks and types: not, would like to, or may. */
  readonly control: 'none' | 'asked' | 'granted';
  /** Which way it goes; undefined while it goes no way. */
  readonly way: 'peer' | 'relay' | undefined;
  /** What both ends can read out to each other, to be sure that nobody is between them. */
  readonly safety: string | undefined;
  /** Why it ended. */
  readonly end: CobrowseEnd | undefined;
}

/** What a face needs of a page that is shown. */
export interface Shown {
  readonly state: ShowingState;
  /** Calls back after every change; returns what ends it. */
  subscribe(listener: (state: ShowingState) => void): () => void;
  /** The second consent: the agent may click and type, or may not. */
  answerControl(granted: boolean): void;
  /** The agent may no longer click and type, at once. */
  takeBack(): void;
  /** Ends it for good, in all tabs. */
  stop(): void;
}
