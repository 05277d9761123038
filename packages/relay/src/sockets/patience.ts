/** How long a client may be silent, ms. */
export const SILENCE = 30_000;
/** How long a client may take to send its first frame, ms. */
export const OPENING = 10_000;
/** How long the handshake of a close may take before the socket is cut, ms. */
export const CLOSING = 5_000;
