import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { Command } from '@deskbell/protocol/commands.js';
import { isOpen, type ConversationSummary } from '@deskbell/protocol/conversation.js';
import { isLogged, type LiveEventOf, type RelayEvent } from '@deskbell/protocol/events.js';
import { messageOf } from './attaching.js';
import { conversationOf } from './conversation-of.js';
import type { ConversationView } from './conversation-view.js';
import { Conversation } from './conversation.js';
import type { Introduction } from './customer.js';
import { KeptOutbox } from './kept-outbox.js';
import { pendingVerdictOf, type PendingVerdict } from './pending-verdict.js';
import { begins, pendingOf, reactingOf, type Outgoing } from './outbox.js';
import { provisionalSummary, startCommand } from './provisional.js';
import { Sender } from './sender.js';
import type { KeptValues } from './storage.js';
import type { Surroundings } from './surroundings.js';
import type { Channel } from './tabs.js';

export interface CurrentConversationOptions {
  readonly surroundings: Surroundings;
  readonly kept: KeptValues;
  readonly send: (command: Command) => void;
  /** Whether this tab is the one that sends what the outbox has. */
  readonly owns: () => boolean;
  readonly changed: () => void;
}

const KEY = 'conversation';

/** A customer's conversation of now, or the one that ended last, and everything of it that is still to be sent. A customer has one at a time. */
export class CurrentConversation {
  readonly #options: CurrentConversationOptions;
  readonly #outbox: KeptOutbox;
  readonly #sender: Sender;
  #current: Conversation | undefined;
  #placed: LiveEventOf<'queue.placed'> | undefined;
  /** Whether the session was opened on the connection of now. */
  #opened = false;
  /** Milliseconds that the relay's clock is ahead. */
  #ahead = 0;

  constructor(options: CurrentConversationOptions) {
    this.#options = options;
    this.#outbox = new KeptOutbox(
      options.kept,
      (id) => this.#current?.has(id) ?? false,
      () => this.#outboxChanged(),
    );
    this.#sender = new Sender({
      clock: options.surroundings.clock,
      outbox: this.#outbox,
      send: options.send,
      // One lane: a conversation begins only after the one before it has ended.
      lane: () => '',
      ready: (command) => this.#isReady(command),
      elsewhere: (conversation) => (this.#current?.open && this.#current.id !== conversation ? this.#current.id : undefined),
      move: (from, to) => this.#move(from, to),
    });
  }

  /** Undefined before the first one, and while it is only remembered: then the relay has to tell of it first. */
  get view(): ConversationView | undefined {
    const current = this.#current;
    return current && (current.summary.seq > 0 || this.#outbox.isAbout(current.id)) ? current.view : undefined;
  }

  get placed(): LiveEventOf<'queue.placed'> | undefined {
    return this.#current?.summary.phase === 'waiting' ? this.#placed : undefined;
  }

  get verdict(): PendingVerdict | undefined {
    return pendingVerdictOf(this.#outbox.entries);
  }

  /** What it is all about, once there is something. */
  get now(): Conversation | undefined {
    return this.#current;
  }

  /** Takes up what was kept, as the storage has it. */
  load(stored: readonly [string, unknown][], channel: Channel | undefined): void {
    this.#outbox.load(stored, channel);
    const remembered = stored.find(([key]) => key === KEY)?.[1];
    if (!this.#current && typeof remembered === 'string') this.#adopt(remembered);
  }

  /** The session was opened: what happened meanwhile is asked for, and what waits goes out behind it. */
  opened({ now, conversation }: LiveEventOf<'session.opened'>): void {
    this.#ahead = now - this.#options.surroundings.clock.now();
    this.#opened = true;
    this.#sender.reset();
    const start = this.#outbox.find('conversation.start', this.#current?.id);
    if (conversation && conversation.id === this.#current?.id && start) this.#sender.settle(start.id);
    if (conversation && conversation.id !== this.#current?.id && !start) this.#adopt(conversation);
    this.#current?.lose();
    this.#pump();
  }

  lost(): void {
    this.#opened = false;
    this.#sender.reset();
    this.#current?.lose();
  }

  told(event: RelayEvent): void {
    const id = conversationOf(event);
    if (isLogged(event) && 'id' in event) this.#sender.settle(event.id);
    if (event.type === 'refused' && this.#sender.refuse(event)) return;
    const isNew = event.type === 'conversation.started' || (event.type === 'conversation.opened' && isOpen(event.conversation.phase));
    if (id !== undefined && id !== this.#current?.id && isNew) this.#adopt(event.type === 'conversation.opened' ? event.conversation : id);
    if (id === undefined || id !== this.#current?.id) return;
    if (event.type === 'queue.placed') {
      this.#placed = event;
      this.#options.changed();
    } else {
      this.#current.take(event);
      // The log may have been looked at just now, and that is what the outbox was waiting for.
      this.#sender.pump();
    }
  }

  /** The conversation that is open; a new one, with what the customer said of themselves, where none is. */
  open(introduction: Introduction): string {
    const current = this.#current;
    if (current?.open && !this.#outbox.find('conversation.end', current.id)) return current.id;
    const { newId, page } = this.#options.surroundings;
    const id = newId();
    this.#outbox.add(startCommand(newId(), id, introduction, page.address), this.#clock());
    return id;
  }

  say(text: string, attachments: readonly Attachment[]): void {
    const conversation = this.open({});
    this.#current?.stopTyping();
    const [command, along] = messageOf(this.#options.surroundings.newId(), conversation, { text }, attachments);
    this.#outbox.add(command, this.#clock(), along);
  }

  react(message: number, emoji: string | null): void {
    const [conversation, id] = [this.#current?.open && this.#current.id, this.#options.surroundings.newId()];
    if (conversation) this.#outbox.add({ type: 'message.react', id, conversation, message, emoji }, this.#clock());
  }

  /** Answers the survey of this conversation, which may be over; in place of an answer that did not arrive. */
  answerSurvey(survey: string, score: number, comment: string): void {
    const [conversation, id] = [this.#current?.id, this.#options.surroundings.newId()];
    if (conversation === undefined || !this.#outbox.makeRoom('survey.answer')) return;
    this.#outbox.add({ type: 'survey.answer', id, conversation, survey, score, comment }, this.#clock());
  }

  askForPerson(): void {
    if (this.#current?.summary.phase === 'bot') this.#addOnce('person.ask', this.#current.id);
  }

  end(): void {
    if (this.#current?.open) this.#addOnce('conversation.end', this.#current.id);
  }

  resend(messageId: string): void {
    if (this.#current?.open) this.#sender.resend(messageId);
  }

  /** Forgets everything here; what is kept is for others to clear. */
  forget(): void {
    this.close();
    this.#current = undefined;
    this.#outbox.clear();
  }

  close(): void {
    this.#opened = false;
    this.#sender.reset();
    this.#current?.close();
  }

  #clock(): number {
    return this.#options.surroundings.clock.now() + this.#ahead;
  }

  #addOnce(type: 'person.ask' | 'conversation.end', conversation: string): void {
    if (!this.#outbox.find(type, conversation))
      this.#outbox.add({ type, id: this.#options.surroundings.newId(), conversation }, this.#clock());
  }

  #isReady({ type, conversation }: Outgoing): boolean {
    if (!this.#opened || !this.#options.owns()) return false;
    // Not before the log was looked at: what was on its way when the connection went is perhaps in it.
    return type === 'conversation.start' || conversation !== this.#current?.id || this.#current.synced;
  }

  #outboxChanged(): void {
    const newest = this.#outbox.entries.findLast(({ command, state }) => begins(command) && state !== 'refused')?.command.conversation;
    const current = this.#current;
    // Written in another tab, or before a reload. A row that the relay never told of stands for nothing once nothing waits for it.
    if (
      newest !== undefined &&
      newest !== current?.id &&
      (!current?.open ||
        this.#outbox.find('conversation.end', current.id) ||
        (current.summary.seq === 0 && !this.#outbox.isAbout(current.id)))
    )
      this.#adopt(newest);
    this.#current?.touch();
    // Later in this task, as it may be the sender itself that is changing the outbox, or a log that is being looked through.
    queueMicrotask(() => this.#pump());
  }

  /** What another tab began may have been told before this one was there. */
  #pump(): void {
    const { id, synced } = this.#current ?? {};
    if (this.#opened && synced === false && !this.#outbox.find('conversation.start', id)) this.#current?.follow();
    this.#sender.pump();
  }

  /** The customer has an open conversation elsewhere: what was written for a new one goes there. */
  #move(from: string, to: string): void {
    for (const { command } of this.#outbox.entries)
      if (command.conversation === from) this.#outbox.change(command.id, { command: { ...command, conversation: to } });
    if (this.#current?.id !== to) this.#adopt(to);
    this.#current?.follow();
  }

  #adopt(known: string | ConversationSummary): void {
    const { surroundings, send, kept, changed } = this.#options;
    this.#current?.close();
    this.#placed = undefined;
    const summary = typeof known === 'string' ? provisionalSummary(known, this.#clock()) : known;
    const current = new Conversation({
      side: 'customer',
      clock: surroundings.clock,
      summary,
      send,
      changed,
      pending: () => pendingOf(this.#outbox.entries, summary.id),
      reacting: () => reactingOf(this.#outbox.entries, summary.id),
      arrived: (id) => this.#sender.settle(id),
      gone: () => {
        if (this.#current !== current) return;
        this.#current = undefined;
        void kept.del(KEY);
        changed();
      },
    });
    this.#current = current;
    void kept.set(KEY, summary.id);
    changed();
  }
}
