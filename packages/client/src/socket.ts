/** The part of a WebSocket that the mind uses: the browser's, that of `ws`, and the simulated one all have it. */
export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(frame: string): void;
  close(): void;
}

export type OpenSocket = (address: string) => Socket;

export const openWebSocket: OpenSocket = (address) => new WebSocket(address) as Socket;

/** The address of the relay's socket: `https://relay.example` becomes `wss://relay.example/v1/socket`. */
export const socketAddress = (relay: string): string => `${relay.replace(/^http/, 'ws').replace(/\/$/, '')}/v1/socket`;
