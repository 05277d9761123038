import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { Marked } from '@deskbell/protocol/marks.js';
import type { Command } from '@deskbell/protocol/commands.js';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import { isLogged, type RelayEvent } from '@deskbell/protocol/events.js';
import { conversationOf } from './conversation-of.js';
import { Fillings, type Filling } from './fillings.js';
import type { ConversationView } from './conversation-view.js';
import { Conversation } from './conversation.js';
import { MemoryOutbox } from './memory-outbox.js';
import { messageOf } from './attaching.js';
import { pendingOf, reactingOf } from './outbox.js';
import { provisionalSummary } from './provisional.js';
import { Sender } from './sender.js';
import type { Surroundings } from './surroundings.js';

export interface AgentConversationsOptions {
  readonly surroundings: Surroundings;
  readonly send: (command: Command) => void;
  /** A command of that id is in a log. */
  readonly arrived: (id: string) => void;
  readonly changed: () => void;
  /** Milliseconds since 1970 by the relay's clock. */
  readonly now: () => number;
}

/** The conversations that an agent follows, and what is to be sent in them. What was on its way when the connection went is not delivered (DLV 2). */
export class AgentConversations {
  readonly #options: AgentConversationsOptions;
  readonly #all = new Map<string, Conversation>();
  /** What was opened to be looked at, whether it is the agent's own or not. */
  readonly #held = new Set<string>();
  readonly #outbox: MemoryOutbox;
  readonly #sender: Sender;
  readonly #fillings: Fillings;
  #open = false;

  constructor(options: AgentConversationsOptions) {
    this.#options = options;
    this.#fillings = new Fillings(options.surroundings.clock, options.changed);
    this.#outbox = new MemoryOutbox(({ command }) => {
      this.#all.get(command.conversation)?.touch();
      this.#pumpSoon();
    });
    this.#sender = new Sender({
      clock: options.surroundings.clock,
      outbox: this.#outbox,
      send: options.send,
      lane: ({ conversation }) => conversation,
      ready: ({ conversation }) => this.#all.get(conversation)?.synced ?? false,
      elsewhere: () => undefined,
      move: () => undefined,
    });
  }

  get views(): ReadonlyMap<string, ConversationView> {
    return new Map([...this.#all].map(([id, conversation]) => [id, conversation.view]));
  }

  get filling(): ReadonlyMap<string, Filling> {
    return this.#fillings.all;
  }

  get(id: string): Conversation | undefined {
    return this.#all.get(id);
  }

  hold(id: string): void {
    this.#held.add(id);
  }

  release(id: string): void {
    this.#held.delete(id);
  }

  /** Follows these and what is held, and nothing else. */
  follow(wanted: readonly ConversationSummary[]): void {
    const rows = new Map(wanted.map((row) => [row.id, row]));
    for (const id of this.#held) if (!rows.has(id)) rows.set(id, this.#all.get(id)?.summary ?? provisionalSummary(id, this.#options.now()));
    for (const id of [...this.#all.keys()]) if (!rows.has(id)) this.#leave(id);
    for (const row of rows.values()) if (!this.#all.has(row.id)) this.#add(row);
  }

  opened(): void {
    this.#open = true;
    for (const conversation of this.#all.values()) {
      conversation.lose();
      conversation.follow();
    }
  }

  lost(): void {
    this.#open = false;
    this.#sender.reset();
    this.#fillings.clear();
    for (const conversation of this.#all.values()) conversation.lose();
    for (const { command, state } of this.#outbox.entries) {
      if (command.type === 'message.react') this.#outbox.drop(command.id);
      else if (state === 'sending') this.#outbox.change(command.id, { state: 'failed' });
    }
  }

  take(event: RelayEvent): void {
    this.#fillings.take(event);
    if (isLogged(event) && 'id' in event) this.#sender.settle(event.id);
    if (event.type === 'refused' && this.#sender.refuse(event)) return;
    this.#all.get(conversationOf(event) ?? '')?.take(event);
    if (event.type === 'conversation.opened') this.#pumpSoon();
  }

  say(conversation: string, said: Marked, attachments: readonly Attachment[]): void {
    const [command, along] = messageOf(this.#options.surroundings.newId(), conversation, said, attachments);
    this.#all.get(conversation)?.stopTyping();
    this.#outbox.add(command, this.#options.now(), { state: this.#open ? 'sending' : 'failed', ...along });
  }

  /** Shown at once; without a connection it is as if it had not been. */
  react(conversation: string, message: number, emoji: string | null): void {
    if (!this.#open || !this.#all.get(conversation)?.open) return;
    const command = { type: 'message.react', id: this.#options.surroundings.newId(), conversation, message, emoji } as const;
    this.#outbox.add(command, this.#options.now());
  }

  resend(conversation: string, messageId: string): void {
    if (this.#open && this.#all.get(conversation)?.open) this.#sender.resend(messageId);
  }

  close(): void {
    this.#open = false;
    this.#sender.reset();
    this.#fillings.clear();
    for (const conversation of this.#all.values()) conversation.close();
  }

  /** Later in this task, as it may be the sender itself that is changing the outbox, or a log that is being looked through. */
  #pumpSoon(): void {
    queueMicrotask(() => {
      this.#sender.pump();
    });
  }

  #add(summary: ConversationSummary): void {
    const { surroundings, send, arrived, changed } = this.#options;
    const conversation = new Conversation({
      side: 'agent',
      clock: surroundings.clock,
      summary,
      send,
      changed,
      pending: () => pendingOf(this.#outbox.entries, summary.id),
      reacting: () => reactingOf(this.#outbox.entries, summary.id),
      arrived: (id) => {
        this.#sender.settle(id);
        arrived(id);
      },
      gone: () => {
        this.#held.delete(summary.id);
        this.#leave(summary.id);
      },
    });
    this.#all.set(summary.id, conversation);
    if (this.#open) conversation.follow();
    changed();
  }

  #leave(id: string): void {
    this.#all.get(id)?.close();
    this.#all.delete(id);
    for (const { command } of this.#outbox.entries) if (command.conversation === id) this.#outbox.drop(command.id);
    this.#options.send({ type: 'conversation.unfollow', conversation: id });
    this.#options.changed();
  }
}
