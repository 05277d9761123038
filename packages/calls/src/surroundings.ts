/** Time, given from outside so that tests own it. */
export interface CallClock {
  /** Milliseconds; only differences count. */
  now(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** The part of a WebSocket that signalling uses. */
export interface CallSocket {
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(data: string): void;
  close(): void;
}

/** What a call stands on. */
export interface CallSurroundings {
  readonly clock: CallClock;
  /** 0 to 1. */
  readonly random: () => number;
  readonly newId: () => string;
  readonly openSocket: (address: string) => CallSocket;
  /** Calls back when the network is another one, or is there again; returns what ends that. */
  readonly watch: (changed: () => void) => () => void;
}
