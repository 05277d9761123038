import type { BegunCobrowse, Cobrowse, CobrowsePass } from '@deskbell/protocol/cobrowse.js';
import type { BearerHttp } from './bearer-http.js';

/** A co-browse session that an agent wants. */
export interface CobrowseWish {
  /** A new UUID, which becomes the session's; the same again asks for the same. */
  readonly id: string;
  /** The chat in which the customer is asked, or beside which the code is read out; left out for a session of its own. */
  readonly conversation?: string;
  readonly by: 'chat' | 'code';
}

/** An agent's co-browse sessions, over HTTP. What is refused rejects with the RelayError that the relay answered. */
export interface Cobrowses {
  /** Where the relay is: its socket, and the document that a mirror is shown in. */
  readonly relay: string;
  /** Begins one. With a code, it is told here once and never again. */
  begin(wish: CobrowseWish): Promise<BegunCobrowse>;
  /** The agent's own that have not ended, the newest first. */
  open(): Promise<readonly Cobrowse[]>;
  /** What the socket is opened with, once, within half a minute. */
  pass(session: string): Promise<CobrowsePass>;
  /** Ends it. How it ended is answered, also where it had before. */
  end(session: string): Promise<Cobrowse>;
}

/** The same, fetched when it is first needed: most of the time nobody shows a page. */
export class LazyCobrowses implements Cobrowses {
  readonly #http: () => BearerHttp;

  constructor(http: () => BearerHttp) {
    this.#http = http;
  }

  get relay(): string {
    return this.#http().relay;
  }

  async begin(wish: CobrowseWish): Promise<BegunCobrowse> {
    return (await import('./agent-cobrowse.js')).postCobrowse(this.#http(), wish);
  }

  async open(): Promise<readonly Cobrowse[]> {
    return (await import('./agent-cobrowse.js')).fetchCobrowses(this.#http());
  }

  async pass(session: string): Promise<CobrowsePass> {
    return (await import('./agent-cobrowse.js')).postPass(this.#http(), session);
  }

  async end(session: string): Promise<Cobrowse> {
    return (await import('./agent-cobrowse.js')).postEnd(this.#http(), session);
  }
}
