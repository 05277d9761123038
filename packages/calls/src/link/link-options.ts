import type { CallSurroundings } from '../surroundings.js';
import type { Signalling } from './signalling.js';
import type { Limits } from './wire.js';

/** `connecting`: never heard till now; `lost`: it was, and is being brought back. */
export type LinkState = 'connecting' | 'live' | 'lost';

export interface LinkListener {
  /** The state of the link, or what the other sends, is another one. */
  changed(): void;
}

export interface LinkOptions {
  readonly me: string;
  readonly peer: string;
  readonly signalling: Signalling;
  /** Credentials end, so they are asked for anew with each attempt. Where that fails the last ones are used. */
  readonly iceServers: () => Promise<readonly RTCIceServer[]>;
  readonly surroundings: Pick<CallSurroundings, 'clock' | 'newId'>;
  readonly limits: Limits;
  readonly listener: LinkListener;
}
