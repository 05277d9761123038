import type { Command } from '@deskbell/protocol/commands.js';
import { isOpen, type ConversationSummary, type Reads } from '@deskbell/protocol/conversation.js';
import {
  isLogged,
  type CobrowseEvent,
  type FormEvent,
  type LiveEventOf,
  type MessageEvent,
  type RelayEvent,
  type SeenEvent,
} from '@deskbell/protocol/events.js';
import { fold, isWhole, prepend, reopen, type Log } from '@deskbell/protocol/fold.js';
import type { Side } from '@deskbell/protocol/people.js';
import type { Clock, Timer } from './clock.js';
import type { PendingMessage, PendingReaction } from './connection.js';
import type { ConversationView } from './conversation-view.js';
import { TypingReporter } from './typing.js';
import { Typists } from './typists.js';

export interface ConversationOptions {
  readonly side: Side;
  readonly clock: Clock;
  /** What is known before the log is: the relay's row, or one that stands in for it. */
  readonly summary: ConversationSummary;
  readonly send: (command: Command) => void;
  readonly pending: () => readonly PendingMessage[];
  readonly reacting: () => readonly PendingReaction[];
  readonly changed: () => void;
  /** The log was looked at, and a command of that id is in it. */
  readonly arrived: (id: string) => void;
  /** The relay does not know the conversation, or does not show it to this person. */
  readonly gone: () => void;
}

/** How many events an older page has. */
const PAGE = 50;

/** How long, in ms, to wait after a refusal that does not say. */
const REFUSED = 2_000;

/** What somebody wants the other side to see. */
const isNews = (event: SeenEvent): event is MessageEvent | FormEvent | CobrowseEvent =>
  event.type === 'message.sent' || event.type === 'form.sent' || event.type === 'cobrowse.asked';

const laterReads = (a: Reads, b: Reads): Reads => ({ customer: Math.max(a.customer, b.customer), agent: Math.max(a.agent, b.agent) });

/** One conversation as one side follows it: folds what is told, finds what is missing, knows who is typing. */
export class Conversation {
  readonly id: string;
  readonly #options: ConversationOptions;
  readonly #typists: Typists;
  readonly #reporter: TypingReporter;
  #log: Log;
  #synced = false;
  #asked = false;
  #again: Timer;
  #fetching = false;
  #atBeginning = false;
  /** What came before something that belongs in front of it, by `seq`. */
  readonly #early = new Map<number, SeenEvent>();
  #view: ConversationView | undefined;

  constructor(options: ConversationOptions) {
    this.#options = options;
    this.id = options.summary.id;
    this.#log = { summary: options.summary, events: [] };
    this.#typists = new Typists(options.clock, () => {
      this.touch();
    });
    this.#reporter = new TypingReporter(options.clock, (on) => {
      options.send({ type: 'typing.report', conversation: this.id, on });
    });
  }

  get summary(): ConversationSummary {
    return this.#log.summary;
  }

  /** Whether people can still write in it, as far as is known here. */
  get open(): boolean {
    return isOpen(this.summary.phase);
  }

  /** Whether the log was followed on the connection of now, so that everything that is told belongs right behind it. */
  get synced(): boolean {
    return this.#synced;
  }

  get view(): ConversationView {
    return (this.#view ??= {
      log: this.#log,
      pending: this.#options.pending(),
      reacting: this.#options.reacting(),
      typing: this.#typists.authors,
      hasEarlier: !isWhole(this.#log) && !this.#atBeginning,
      fetchingEarlier: this.#fetching,
    });
  }

  /** Messages of the other side after the last one seen, and forms that it wants filled in. */
  get unread(): number {
    const { side } = this.#options;
    const seen = this.summary.read[side];
    const unseen = this.#log.events.slice(this.#log.events.findLastIndex((event) => event.seq <= seen) + 1);
    return unseen.filter((event) => isNews(event) && (event.by.role === 'customer') !== (side === 'customer')).length;
  }

  has(id: string): boolean {
    return this.#log.events.findLast((event) => 'id' in event && event.id === id) !== undefined;
  }

  /** Asks for what this side does not have yet. */
  follow(): void {
    if (this.#asked) return;
    this.#asked = true;
    const { events, summary } = this.#log;
    this.#options.send({ type: 'conversation.follow', conversation: this.id, ...(events.length > 0 && { after: summary.seq }) });
  }

  /** The connection is gone, and with it everything that was asked. */
  lose(): void {
    this.#options.clock.clearTimeout(this.#again);
    this.#synced = this.#asked = this.#fetching = false;
    this.#early.clear();
    this.#typists.clear();
    this.touch();
  }

  type(): void {
    if (this.open) this.#reporter.key();
  }

  stopTyping(): void {
    this.#reporter.stop();
  }

  read(): void {
    const { side } = this.#options;
    const { read, seq } = this.summary;
    if (read[side] >= seq) return;
    this.#setReads({ ...read, [side]: seq });
    if (this.#synced) this.#sendRead();
  }

  earlier(): void {
    const first = this.#log.events[0];
    if (!first || !this.#synced || !this.view.hasEarlier || this.#fetching) return;
    this.#fetching = true;
    this.touch();
    this.#options.send({ type: 'history.fetch', conversation: this.id, before: first.seq, limit: PAGE });
  }

  /** Takes whatever the relay tells of this conversation. */
  take(event: RelayEvent): void {
    if (isLogged(event)) this.#takeLogged(event);
    else if (event.type === 'conversation.opened') this.#opened(event);
    else if (event.type === 'history.fetched') this.#takePage(event);
    else if (event.type === 'conversation.read') this.#setReads(event.read);
    else if (event.type === 'typing.changed') this.#typists.set(event.by, event.on);
    else if (event.type === 'refused') this.#refused(event);
  }

  touch(): void {
    this.#view = undefined;
    this.#options.changed();
  }

  close(): void {
    this.#options.clock.clearTimeout(this.#again);
    this.#reporter.stop();
    this.#typists.clear();
  }

  #takeLogged(event: SeenEvent): void {
    if (event.seq > this.summary.seq) this.#early.set(event.seq, event);
    if (!this.#synced) this.follow();
    // The answer to a start: nothing is missing before it, and messages need not wait for the row that the relay made of it.
    if (event.seq === 1) this.#synced = true;
    if (this.#synced) this.#foldEarly();
  }

  /** Folds what follows on, and asks for what is missing before the rest. */
  #foldEarly(): void {
    const { side } = this.#options;
    for (let next = this.#early.get(this.summary.seq + 1); next; next = this.#early.get(this.summary.seq + 1)) {
      const log = fold(this.#log, next, side);
      if (log !== 'gap') this.#log = log;
      if (next.type === 'message.sent') this.#typists.set(next.by, false);
      this.touch();
    }
    for (const seq of this.#early.keys()) if (seq <= this.summary.seq) this.#early.delete(seq);
    if (this.#early.size > 0) this.follow();
  }

  #opened({ conversation, events }: LiveEventOf<'conversation.opened'>): void {
    const { side, arrived } = this.#options;
    const { read } = this.summary;
    const log = reopen(this.#log.events.length > 0 ? this.#log : undefined, conversation, events);
    this.#log = { ...log, summary: { ...log.summary, read: laterReads(read, log.summary.read) } };
    this.#asked = false;
    this.#synced = true;
    this.touch();
    for (const event of events) if ('id' in event) arrived(event.id);
    this.#foldEarly();
    if (conversation.read[side] < read[side]) this.#sendRead();
  }

  #takePage({ events }: LiveEventOf<'history.fetched'>): void {
    this.#fetching = false;
    this.#log = prepend(this.#log, events);
    this.#atBeginning ||= events.length === 0;
    this.touch();
  }

  #refused({ command, code, retryAfter }: LiveEventOf<'refused'>): void {
    const { clock, gone } = this.#options;
    if (command === 'history.fetch') {
      this.#fetching = false;
      this.touch();
    } else if (command === 'conversation.follow') {
      if (code === 'not-found') gone();
      else {
        this.#again = clock.setTimeout(() => {
          this.#asked = false;
          this.follow();
        }, retryAfter ?? REFUSED);
      }
    }
  }

  #setReads(read: Reads): void {
    const { summary } = this.#log;
    this.#log = { ...this.#log, summary: { ...summary, read: laterReads(summary.read, read) } };
    this.touch();
  }

  #sendRead(): void {
    const { side, send } = this.#options;
    send({ type: 'message.read', conversation: this.id, upTo: this.summary.read[side] });
  }
}
