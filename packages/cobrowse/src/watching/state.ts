import type { Cobrowse } from '@deskbell/protocol/cobrowse.js';
import type { Channel } from '../channel.js';
import type { CustomerWord } from '../words.js';

/** What an agent does in the view with the pointer. `look`: nothing that the customer sees. */
export const TOOLS = ['look', 'point', 'draw', 'highlight', 'control'] as const;
export type Tool = (typeof TOOLS)[number];

/** How far the agent's taking control is: `refused` and `not-allowed` are answers to the last time that it was asked for. */
export type ControlState = Extract<CustomerWord, { type: 'control' }>['state'];

/** The page that is shown, as the customer's browser tells of it: masked. */
export interface ShownPage {
  readonly title: string;
  readonly address: string;
  /** The customer's viewport, CSS px. */
  readonly width: number;
  readonly height: number;
}

/**
 * Where it stands, in the order in which it usually goes: the customer has to type the code; is asked; both look for each other; the page is
 * shown; nothing is to be seen for a while; the other side is away and what was shown last still stands; another tab of the agent's shows it;
 * it is over.
 */
export type WatchPhase = 'code' | 'asked' | 'connecting' | 'live' | 'paused' | 'reconnecting' | 'elsewhere' | 'ended';

/** Everything that an agent's side knows of a session. A new object with every change. */
export interface WatchState {
  readonly phase: WatchPhase;
  readonly session: Cobrowse;
  /** Why it is paused. */
  readonly paused: 'off-limits' | 'hidden' | 'failed' | undefined;
  readonly control: ControlState;
  readonly tool: Tool;
  readonly page: ShownPage | undefined;
  readonly way: Channel['way'];
  /** From a change on the customer's page to its being on the screen here, ms; undefined where nothing is known of it yet. */
  readonly delay: number | undefined;
  /** Frames that have come and are not on the screen. */
  readonly behind: number;
  /** Digits that are the same at both ends if and only if nobody is between them; undefined where they have no key. */
  readonly safety: string | undefined;
  /** Whether the relay could not be asked, or refused: it was tried for as long as it made sense. */
  readonly isLost: boolean;
}
