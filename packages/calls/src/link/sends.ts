/** What one end sends another at the moment; said over the connection itself, so that it is known where the relay is away. */
export interface Sends {
  readonly audio: boolean;
  readonly video: boolean;
  readonly screen: boolean;
  /** What sounds is there to wait to, not a voice. */
  readonly hold: boolean;
}

export const SENDS_NOTHING: Sends = { audio: false, video: false, screen: false, hold: false };

/** What is put on the way to one other. */
export interface Tracks {
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
  readonly screen: MediaStreamTrack | null;
}

export const NO_TRACKS: Tracks = { audio: null, video: null, screen: null };

/** In the order in which they stand in the description of a connection. */
export const KINDS = ['audio', 'video', 'screen'] as const;
export type Kind = (typeof KINDS)[number];

/** Reads what came from the other end, who may be anybody. Undefined where it is none. */
export function readSends(text: unknown): Sends | undefined {
  try {
    const { audio, video, screen, hold } = JSON.parse(String(text)) as Record<keyof Sends, unknown>;
    return { audio: audio === true, video: video === true, screen: screen === true, hold: hold === true };
  } catch {
    return undefined;
  }
}
