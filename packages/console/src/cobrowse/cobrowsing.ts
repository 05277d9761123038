import type { AgentSession } from '@deskbell/client/agent.js';
import type { CobrowseWish } from '@deskbell/client/lazy-cobrowse.js';
import { newId } from '@deskbell/client/ids.js';
import type { Channel, ChannelListener } from '@deskbell/cobrowse/channel.js';
import { Watching } from '@deskbell/cobrowse/watching/watching.js';
import type { Ticker } from '@deskbell/parts/duration/ticker.js';
import type { Cobrowse } from '@deskbell/protocol/cobrowse.js';
import { RelayError } from '@deskbell/protocol/refusals.js';

/** What opens this end of a session. */
export type OpenChannel = (options: {
  readonly relay: string;
  readonly side: 'agent';
  readonly pass: () => Promise<string | undefined>;
  readonly listener: ChannelListener;
}) => Channel;

/** A session that the agent began, and what is known of its code. */
export interface Begun {
  readonly id: string;
  /** The chat that it belongs to; null for a session of its own. */
  readonly conversation: string | null;
  readonly watching: Watching;
  readonly by: CobrowseWish['by'] | undefined;
  /** Six digits; undefined where there is none, or it was told before this page was loaded. */
  readonly code: string | undefined;
  /** Till when it is good, ms by the relay's clock. */
  readonly codeUntil: number;
}

export interface CobrowsingOptions {
  readonly session: () => AgentSession | undefined;
  readonly ticker: Ticker;
  readonly openChannel: OpenChannel;
  /** Where the document is that pages are shown in; the relay's where left out. */
  readonly viewAddress: string | undefined;
}

type Wish = Omit<CobrowseWish, 'id'>;

/** The co-browse sessions of an agent: those that go on, and those that are over and were not put away. */
export class Cobrowsing {
  /** In the order in which they began. A new list with every change of what is in it. */
  sessions: readonly Begun[] = [];
  /** The one without a chat that is shown, by its id. */
  watched: string | undefined;
  /** The one whose code is shown in a dialog, by its id. */
  told: string | undefined;

  private readonly options: CobrowsingOptions;
  private readonly listeners = new Set<() => void>();

  constructor(options: CobrowsingOptions) {
    this.options = options;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get(id: string | undefined): Begun | undefined {
    return this.sessions.find((begun) => begun.id === id);
  }

  /** The one that belongs to a chat: the last that was begun there. */
  of(conversation: string | undefined): Begun | undefined {
    return conversation === undefined ? undefined : this.sessions.findLast((begun) => begun.conversation === conversation);
  }

  /** The document that the page of a session is shown in. */
  viewOf({ site = '' }: Cobrowse): URL {
    const { viewAddress } = this.options;
    const address = new URL(viewAddress ?? `${this.relay.replace(/\/$/, '')}/cobrowse/view`, location.href);
    address.searchParams.set('site', site);
    return address;
  }

  /** Asks the customer in the chat, or makes a code. Rejects with what the relay refused it with. */
  async begin(wish: Wish): Promise<Begun> {
    const { session } = this;
    if (!session) throw new RelayError('unavailable');
    const begun = await session.cobrowse.begin({ id: newId(), ...wish });
    const { conversation } = begun.session;
    const over = this.sessions.filter((each) => each.conversation === conversation && each.watching.state.phase === 'ended');
    // What was over in the chat has this in its place.
    if (conversation !== null) over.forEach(({ id }) => this.putAway(id));
    return this.add(begun.session, wish.by, begun.code, begun.codeUntil);
  }

  /** Ends a session: nobody is asked any longer, or nothing shown. */
  async end(id: string): Promise<void> {
    const begun = this.get(id);
    const ended = await this.session?.cobrowse.end(id);
    if (ended) begun?.watching.know(ended);
    this.putAway(id);
  }

  /** Shows no more what is over. */
  putAway(id: string): void {
    this.get(id)?.watching.close();
    this.sessions = this.sessions.filter((begun) => begun.id !== id);
    if (this.watched === id) this.watched = undefined;
    if (this.told === id) this.told = undefined;
    this.touch();
  }

  /** Shows one that has no chat; undefined shows none. */
  watch(id: string | undefined): void {
    this.watched = id;
    this.touch();
  }

  /** Shows a code in its dialog; undefined closes it. */
  tell(id: string | undefined): void {
    this.told = id;
    this.touch();
  }

  /** Goes on with what was begun before this page was loaded. */
  restore(open: readonly Cobrowse[]): void {
    for (const session of [...open].reverse()) if (!this.get(session.id)) this.add(session);
  }

  close(): void {
    this.sessions.forEach(({ watching }) => watching.close());
    this.sessions = [];
  }

  private get session(): AgentSession | undefined {
    return this.options.session();
  }

  private get relay(): string {
    return this.session?.cobrowse.relay ?? '';
  }

  private add(session: Cobrowse, by?: CobrowseWish['by'], code?: string, codeUntil = 0): Begun {
    const { id, conversation } = session;
    const watching = new Watching({
      session,
      open: (listener) => this.options.openChannel({ relay: this.relay, side: 'agent', pass: () => this.pass(id), listener }),
      now: () => this.options.ticker.now(),
      changed: () => this.heed(id),
    });
    const begun = { id, conversation, watching, by, code, codeUntil };
    this.sessions = [...this.sessions, begun];
    this.touch();
    return begun;
  }

  /** The code was typed: what comes next is seen where the page will be. */
  private heed(id: string): void {
    const { phase } = this.get(id)?.watching.state ?? {};
    if (this.told === id && phase !== 'code' && phase !== 'ended') {
      this.told = undefined;
      if (this.get(id)?.conversation === null) this.watched = id;
    }
    this.touch();
  }

  /** Undefined where the session is over: whoever asks knows then. */
  private async pass(id: string): Promise<string | undefined> {
    try {
      return (await this.session?.cobrowse.pass(id))?.pass;
    } catch (error) {
      if (!(error instanceof RelayError && (error.code === 'not-found' || error.code === 'wrong-phase'))) throw error;
      // To end what has ended says how it did.
      const over = await this.session?.cobrowse.end(id).catch(() => undefined);
      if (over) this.get(id)?.watching.know(over);
      return undefined;
    }
  }

  private touch(): void {
    this.listeners.forEach((call) => call());
  }
}
