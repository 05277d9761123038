import type { OpenPeer } from './peer-line.js';

/** Time, given from outside so that tests own it. */
export interface LinkClock {
  /** Milliseconds; only differences count. */
  now(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** The part of a WebSocket that the link uses. */
export interface LinkSocket {
  binaryType: string;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(data: string | Uint8Array): void;
  close(): void;
}

/** What a link stands on. */
export interface LinkSurroundings {
  readonly clock: LinkClock;
  /** 0 to 1. */
  readonly random: () => number;
  readonly openSocket: (address: string) => LinkSocket;
  readonly openPeer: OpenPeer;
  /** Calls back when the network may be there again, and returns what ends that. */
  readonly watch: (back: () => void) => () => void;
}
