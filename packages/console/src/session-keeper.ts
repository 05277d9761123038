import type { AgentSession, AgentState } from '@deskbell/client/agent.js';
import { createAgentSession } from '@deskbell/client/agent-session.js';

/** What a desk works with: a session that it is given, or what it makes its own of. */
export interface SessionWish {
  readonly given: AgentSession | undefined;
  readonly relay: string;
  readonly getToken: (() => Promise<string | undefined>) | undefined;
}

/** Keeps the one session of a desk: makes it, listens to it, and ends what it made. */
export class SessionKeeper {
  session: AgentSession | undefined;

  private readonly take: (state: AgentState) => void;
  private owned: { readonly relay: string; readonly session: AgentSession } | undefined;
  private getToken: () => Promise<string | undefined> = () => Promise.resolve(undefined);
  private unsubscribe: (() => void) | undefined;

  constructor(take: (state: AgentState) => void) {
    this.take = take;
  }

  /** Turns to the session that is wanted now; nothing happens where that is the one it has. */
  keep({ given, relay, getToken }: SessionWish): void {
    // Many frameworks make a new function with every rendering: the session asks whichever is there when it needs a token.
    if (getToken) this.getToken = getToken;
    const wanted = given ?? (relay && getToken ? this.own(relay) : undefined);
    if (wanted === this.session) return;
    this.unsubscribe?.();
    if (this.owned && this.owned.session !== wanted) this.endOwned();
    this.session = wanted;
    if (!wanted) return;
    this.unsubscribe = wanted.subscribe(this.take);
    this.take(wanted.state);
    wanted.connect();
  }

  /** Listens no more, and ends the session where it is its own. */
  leave(): void {
    this.unsubscribe?.();
    this.unsubscribe = undefined;
    this.endOwned();
    this.session = undefined;
  }

  private own(relay: string): AgentSession {
    if (this.owned?.relay !== relay) {
      this.endOwned();
      this.owned = { relay, session: createAgentSession({ relay, getToken: () => this.getToken() }) };
    }
    return this.owned.session;
  }

  private endOwned(): void {
    this.owned?.session.destroy();
    this.owned = undefined;
  }
}
