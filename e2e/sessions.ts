import { SignJWT } from 'jose';
import { v7 } from 'uuid';
import { WebSocket } from 'ws';
import { createAgentSession } from '../packages/client/src/agent-session.js';
import type { AgentSession } from '../packages/client/src/agent.js';
import { createCustomerSession } from '../packages/client/src/customer-session.js';
import type { CustomerSession } from '../packages/client/src/customer.js';
import type { Socket } from '../packages/client/src/socket.js';
import { memoryStorage } from '../packages/client/src/testing/memory-storage.js';
import { SimulatedPage } from '../packages/client/src/testing/simulated-page.js';
import type { Network } from './network.js';
import { ORIGIN, SECRET, SITE, WORKSPACE } from './relay-process.js';

// Real sessions without a browser: the sockets are those of `ws`, what a browser keeps is a map, and its signs are given by the test.

/** What a session has around it on a page of this origin. */
const surroundingsOf = (origin: string) => ({
  openSocket: (address: string): Socket => {
    const socket = new WebSocket(address, { origin });
    // Who is refused hears of it by the close that follows.
    socket.on('error', () => undefined);
    return socket as unknown as Socket;
  },
  fetch: ((input, init) => fetch(input, { ...init, headers: { ...init?.headers, origin } })) satisfies typeof fetch,
  newId: () => v7(),
});

/** A customer's browser: what it keeps outlives the page. */
export class CustomerBrowser {
  session: CustomerSession;
  page: SimulatedPage;

  private readonly origin: string;
  private readonly network: Network;
  private readonly site: string;
  private readonly kept = new Map<string, unknown>();

  constructor(network: Network, site = SITE, origin = ORIGIN) {
    this.network = network;
    this.site = site;
    this.origin = origin;
    this.page = new SimulatedPage(origin);
    this.session = this.load();
  }

  /** As if the page was loaded anew. */
  reload(): void {
    this.session.destroy();
    this.page = new SimulatedPage(this.origin);
    this.session = this.load();
    this.session.connect();
  }

  private load(): CustomerSession {
    const { kept, page, network, site, origin } = this;
    return createCustomerSession({
      ...surroundingsOf(origin),
      relay: network.url,
      siteKey: site,
      page,
      storage: memoryStorage(kept),
      tabs: null,
    });
  }
}

/** An agent's page. */
export class AgentPage {
  readonly session: AgentSession;
  readonly page = new SimulatedPage(ORIGIN);

  constructor(network: Network, id: string) {
    const getToken = () =>
      new SignJWT({ sub: id, name: id, role: 'agent', workspace: WORKSPACE })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime('1h')
        .sign(new TextEncoder().encode(SECRET));
    this.session = createAgentSession({ ...surroundingsOf(ORIGIN), relay: network.url, page: this.page, getToken });
  }
}

/** Resolves as soon as a session's state is as wanted; rejects where that takes longer than `patience` ms. */
export function until<S>(
  session: { readonly state: S; subscribe(listener: (state: S) => void): () => void },
  wanted: (state: S) => boolean,
  what: string,
  patience = 45_000,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (): boolean => {
      if (!wanted(session.state)) return false;
      clearTimeout(timer);
      unsubscribe();
      resolve();
      return true;
    };
    const timer = setTimeout(() => {
      unsubscribe();
      reject(new Error(`Waited ${patience} ms in vain for ${what}`));
    }, patience);
    const unsubscribe = session.subscribe(settle);
    settle();
  });
}
