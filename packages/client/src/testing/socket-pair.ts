import type { Socket } from '../socket.js';

/** Brings something to the other end: a frame, or the opening or closing of the socket where it is empty. */
export type Deliver = (run: () => void, direction: 'up' | 'down', frame: string) => void;

const soon: Deliver = (run) => {
  queueMicrotask(run);
};

/** The relay's end of a pair of sockets. */
export interface FarSocket {
  onmessage: ((frame: string) => void) | null;
  onclose: (() => void) | null;
  send(frame: string): void;
  close(code: number): void;
  /** The network is gone: nothing comes through any longer in either direction. Only a loud end is noticed, as code 1006. */
  cut(loud: boolean): void;
}

/** Two ends that look like a WebSocket and the relay's side of it. The near one opens by itself. */
export function socketPair(deliver: Deliver = soon): { near: Socket; far: FarSocket } {
  let alive = true;
  const across = (direction: 'up' | 'down', run: () => void, frame = '') => {
    deliver(
      () => {
        if (alive) run();
      },
      direction,
      frame,
    );
  };
  const near: Socket = {
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (frame) => {
      across('up', () => far.onmessage?.(frame), frame);
    },
    close: () => {
      across('up', () => {
        alive = false;
        far.onclose?.();
      });
    },
  };
  const far: FarSocket = {
    onmessage: null,
    onclose: null,
    send: (frame) => {
      across('down', () => near.onmessage?.({ data: frame }), frame);
    },
    close: (code) => {
      across('down', () => {
        alive = false;
        near.onclose?.({ code });
        far.onclose?.();
      });
    },
    cut: (loud) => {
      alive = false;
      far.onclose?.();
      if (loud) queueMicrotask(() => near.onclose?.({ code: 1006 }));
    },
  };
  across('down', () => near.onopen?.());
  return { near, far };
}
