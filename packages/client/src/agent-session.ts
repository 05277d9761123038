import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { Mark } from '@deskbell/protocol/marks.js';
import type { Command, IdentifiedCommand } from '@deskbell/protocol/commands.js';
import { isLogged, type LiveEventOf, type RelayEvent } from '@deskbell/protocol/events.js';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { cleanText } from '@deskbell/protocol/text.js';
import { AgentAsking } from './agent-asking.js';
import { AgentConversations } from './agent-conversations.js';
import { AgentToken } from './agent-token.js';
import type { AgentSession, AgentState } from './agent.js';
import type { BearerHttp } from './bearer-http.js';
import type { Connection } from './connection.js';
import type { Link } from './link.js';
import { Notifier } from './notifier.js';
import { Requests } from './requests.js';
import { SignOut } from './sign-out.js';
import { SocketLink } from './socket-link.js';
import { socketAddress } from './socket.js';
import { browserSurroundings, type Surroundings } from './surroundings.js';
import { Tray } from './tray.js';
import { VisibleReads } from './visible-reads.js';

/** The relay's address (`https://relay.example`), and where its tokens come from; the rest is for tests and stories. */
export interface AgentOptions extends Partial<Surroundings> {
  readonly relay: string;
  /**
   * Gives a fresh token of the host page's server; asked before the first connection, before the token ends, and after a refusal.
   * Undefined ends the session with `no-token`; where it rejects, it is asked again after a while.
   */
  readonly getToken: () => Promise<string | undefined>;
}

class Agent extends AgentAsking implements AgentSession {
  readonly #options: AgentOptions;
  readonly #surroundings: Surroundings;
  readonly #token: AgentToken;
  readonly #link: Link;
  readonly #requests = new Requests((command) => {
    this.#link.send(command);
  });
  readonly #signOut = new SignOut();
  readonly #tray = new Tray();
  readonly #conversations: AgentConversations;
  readonly #reads: VisibleReads;
  readonly #notifier = new Notifier<AgentState>(() => this.#makeState());
  #connection: Connection = { phase: 'idle' };
  #person: AgentState['person'];
  #desk: AgentState['desk'];
  #listening = false;
  #status: AgentState['status'];
  #ahead = 0;

  constructor(options: AgentOptions) {
    const surroundings = { ...browserSurroundings(), ...options };
    super(surroundings);
    this.#options = options;
    this.#surroundings = surroundings;
    this.#token = new AgentToken(options.getToken);
    this.#link = new SocketLink({
      ...this.#surroundings,
      address: socketAddress(options.relay),
      token: (refused) => this.#token.give(refused),
      renewed: () => this.#token.renew(),
      listener: {
        told: (event) => this.#told(event),
        changed: (connection) => this.#connectionChanged(connection),
      },
    });
    this.#conversations = new AgentConversations({
      surroundings: this.#surroundings,
      send: (command) => {
        this.#link.send(command);
      },
      arrived: (id) => this.#requests.settle(id),
      changed: () => this.#notifier.touch(),
      now: () => this.#surroundings.clock.now() + this.#ahead,
    });
    this.#reads = new VisibleReads(this.#surroundings.page, (conversation) => this.#conversations.get(conversation)?.read());
  }

  get state(): AgentState {
    return this.#notifier.state;
  }

  subscribe(listener: (state: AgentState) => void): () => void {
    return this.#notifier.subscribe(listener);
  }

  connect(): void {
    this.#link.connect();
  }

  follow(conversation: string): void {
    this.#conversations.hold(conversation);
    this.#follow();
  }

  unfollow(conversation: string): void {
    this.#conversations.release(conversation);
    this.#follow();
  }

  say(
    conversation: string,
    text: string,
    marks?: readonly Mark[],
    attachments: readonly Attachment[] = this.files.take(conversation),
  ): void {
    const clean = cleanText(text);
    if (clean || attachments.length > 0) this.#conversations.say(conversation, { text: clean, marks }, attachments);
  }

  react(conversation: string, message: number, emoji: string | null): void {
    this.#conversations.react(conversation, message, emoji);
  }

  resend(conversation: string, messageId: string): void {
    this.#conversations.resend(conversation, messageId);
  }

  type(conversation: string): void {
    this.#conversations.get(conversation)?.type();
  }

  read(conversation: string): void {
    this.#reads.add(conversation);
  }

  earlier(conversation: string): void {
    this.#conversations.get(conversation)?.earlier();
  }

  leave(): Promise<void> {
    if (!this.isOpen) return Promise.reject(this.#unreachable());
    return this.#signOut.ask(() => this.#link.send({ type: 'session.leave' }));
  }

  destroy(): void {
    this.#reads.close();
    this.files.close();
    this.#conversations.close();
    this.#requests.rejectAll();
    this.#link.close();
  }

  #unreachable(): RelayError {
    return new RelayError('unavailable', 'there is no connection to the relay');
  }

  #makeState(): AgentState {
    return {
      connection: this.#connection,
      person: this.#person,
      desk: this.#desk,
      listening: this.#listening,
      status: this.#status,
      offers: this.#tray.offers,
      waiting: this.#tray.waiting(this.#desk?.queues ?? []),
      ongoing: this.#tray.ongoing.map((row) => this.#newest(row)),
      left: this.#tray.left,
      views: this.#conversations.views,
      filling: this.#conversations.filling,
      clockAhead: this.#ahead,
    };
  }

  /** The row as the log tells it, where the log is not behind: it knows of what was read, too. */
  #newest(row: ConversationSummary): ConversationSummary {
    const followed = this.#conversations.get(row.id)?.summary;
    return followed && followed.seq >= row.seq ? followed : row;
  }

  protected get http(): BearerHttp {
    return { fetch: this.#surroundings.fetch, relay: this.#options.relay, token: this.#token };
  }

  protected get desk(): AgentState['desk'] {
    return this.#desk;
  }

  protected get isOpen(): boolean {
    return this.#connection.phase === 'open';
  }

  protected get me(): string | undefined {
    return this.#person?.id;
  }

  protected send(command: Command): void {
    this.#link.send(command);
  }

  protected ask(command: IdentifiedCommand, done: (row: ConversationSummary) => boolean): Promise<void> {
    if (!this.isOpen) return Promise.reject(this.#unreachable());
    return this.#requests.ask(command, done);
  }

  #follow(): void {
    this.#conversations.follow(this.#tray.ongoing);
  }

  #connectionChanged(connection: Connection): void {
    const wasOpen = this.isOpen;
    this.#connection = connection;
    this.#signOut.changed(connection);
    // Nobody answers any more.
    if (connection.phase === 'ended') this.#requests.rejectAll();
    if (wasOpen && connection.phase !== 'open') this.#conversations.lost();
    if (this.isOpen) this.files.goOn();
    this.#notifier.touch();
  }

  #opened(event: LiveEventOf<'session.opened'>): void {
    this.#person = event.person;
    this.#desk = event.desk;
    this.#listening = event.desk?.listening ?? false;
    this.#status = event.status;
    this.#ahead = event.now - this.#surroundings.clock.now();
    this.#tray.replace(event.person.id, event.tray ?? []);
    this.#conversations.opened();
    this.#requests.again();
  }

  #told(event: RelayEvent): void {
    if (event.type === 'session.opened') this.#opened(event);
    else if (event.type === 'listening.changed') this.#listening = event.on;
    else if (event.type === 'status.changed') this.#status = event.status;
    else if (event.type === 'conversation.left') this.#tray.drop(event.conversation, event.seq);
    else if (event.type === 'desk.changed') this.#desk = { ...event.desk, listening: this.#listening };
    else if (event.type === 'conversation.changed') {
      this.#tray.put(event.conversation);
      this.#requests.settleBy(event.conversation);
    } else {
      if (isLogged(event)) this.#tray.fold(event);
      if (isLogged(event) && 'id' in event) this.#requests.settle(event.id);
      if (event.type === 'refused') {
        this.#requests.refuse(event);
        this.#signOut.refuse(event);
      }
      this.#conversations.take(event);
    }
    this.#follow();
    this.#notifier.touch();
  }
}

/** An agent's session. It connects when it is asked to. */
export const createAgentSession = (options: AgentOptions): AgentSession => new Agent(options);
