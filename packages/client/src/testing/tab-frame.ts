import { createCustomerSession } from '../customer-session.js';
import type { CustomerSession } from '../customer.js';
import type { SimulatedRelay } from './simulate-relay.js';

// Runs in a frame of its own, as a tab does: with its own locks, channels and timers, which end when the frame is taken away.

declare global {
  interface Window {
    /** The relay that all frames of a page share. */
    relay?: SimulatedRelay;
    /** A name of each test's own, so that it shares nothing with another. */
    siteKey?: string;
    /** The frame's session, once it has one. */
    session?: CustomerSession;
  }
}

const { relay, siteKey = '' } = window.parent;
if (!relay) throw new Error('the page of this frame has no relay');

window.session = createCustomerSession({ relay: 'https://relay.example', siteKey, openSocket: relay.openSocket, fetch: relay.fetch });
window.session.connect();
