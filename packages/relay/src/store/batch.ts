import type { MessageEvent } from '@deskbell/protocol/events.js';
import type { Author } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { literal, textLiteral } from './array-literals.js';
import type { Numbered } from './sql/append-messages.js';
import type { AppendedMessage, NewMessage } from './store.js';

/** A message that waits for its batch, and who waits for it. */
export interface Waiting {
  readonly message: NewMessage;
  readonly resolve: (appended: AppendedMessage) => void;
  readonly reject: (error: unknown) => void;
}

/** The most messages in one statement, and the most text, in characters: beyond them it grows longer than the flush that it saves. */
const MAX_MESSAGES = 1_000;
const MAX_TEXT = 1_000_000;

const NOT_THERE = 'an attachment is not its author’s, or not ready, or was sent before';

/** What one side says in one conversation. */
interface Part {
  readonly by: Author;
  count: number;
}

interface Spoken {
  readonly id: string;
  readonly workspace: string;
  /** Among the conversations of the statement, from 1. */
  place: number;
  customer: Part | undefined;
  agent: Part | undefined;
  /** Since when the customer awaits an answer after all of it, and if the agent's does not count. */
  awaiting: number | null;
  awaitingAlone: number | null;
  found: Numbered | undefined;
  told: number;
}

interface Entry {
  readonly waiting: Waiting;
  readonly spoken: Spoken;
  readonly customerRank: number;
  readonly agentRank: number;
}

/** A message's marks, as they are saved. */
export const marksOf = ({ marks }: NewMessage): string | null => (marks ? JSON.stringify(marks) : null);

const isSame = (a: Author, b: Author): boolean => a === b || (a.id === b.id && a.name === b.name && a.role === b.role);

/** What goes into one statement: a message with attachments by itself, otherwise every id once, and in each conversation at most one author a side, so that rights can be read off its row. */
export class Batch {
  readonly #entries: Entry[] = [];
  readonly #conversations = new Map<string, Spoken>();
  readonly #ids = new Set<string>();
  #text = 0;
  #isFull = false;

  get waiting(): Waiting[] {
    return this.#entries.map(({ waiting }) => waiting);
  }

  get size(): number {
    return this.#entries.length;
  }

  /** The message, where there is only one. */
  get single(): NewMessage | undefined {
    return this.size === 1 ? this.#entries[0]?.waiting.message : undefined;
  }

  /** Takes a message in. False for one that does not fit: it has to wait for another batch, and with it all that follows in its conversation. */
  add(waiting: Waiting): boolean {
    const { message } = waiting;
    if (this.#isFull || this.size >= MAX_MESSAGES || this.#text >= MAX_TEXT || this.#ids.has(message.id)) return false;
    if (message.attachments && this.size > 0) return false;
    const spoken = this.#spokenIn(message);
    const part = spoken[message.side] ?? { by: message.by, count: 0 };
    if (spoken.workspace !== message.workspace || !isSame(part.by, message.by)) return false;
    part.count += 1;
    spoken[message.side] = part;
    spoken.awaiting = message.side === 'customer' ? (spoken.awaiting ?? message.at) : null;
    if (message.side === 'customer') spoken.awaitingAlone ??= message.at;
    this.#isFull = message.attachments !== undefined;
    this.#ids.add(message.id);
    this.#text += message.text.length;
    this.#entries.push({ waiting, spoken, customerRank: spoken.customer?.count ?? 0, agentRank: spoken.agent?.count ?? 0 });
    return true;
  }

  #spokenIn({ conversation: id, workspace }: NewMessage): Spoken {
    const known = this.#conversations.get(id);
    if (known) return known;
    const spoken: Spoken = {
      id,
      workspace,
      place: 1,
      customer: undefined,
      agent: undefined,
      awaiting: null,
      awaitingAlone: null,
      found: undefined,
      told: 0,
    };
    this.#conversations.set(id, spoken);
    return spoken;
  }

  /** The parameters of APPEND_MESSAGES. */
  parameters(): string[] {
    const spoken = [...this.#conversations.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const [index, conversation] of spoken.entries()) conversation.place = index + 1;
    const entries = this.#entries;
    return [
      literal(spoken.map(({ id }) => id)),
      textLiteral(spoken.map(({ workspace }) => workspace)),
      literal(spoken.map(({ customer }) => customer?.by.id ?? null)),
      textLiteral(spoken.map(({ customer }) => customer?.by.name ?? null)),
      literal(spoken.map(({ customer }) => customer?.count ?? 0)),
      textLiteral(spoken.map(({ agent }) => agent?.by.id ?? null)),
      textLiteral(spoken.map(({ agent }) => agent?.by.name ?? null)),
      textLiteral(spoken.map(({ agent }) => agent?.by.role ?? null)),
      literal(spoken.map(({ agent }) => agent?.count ?? 0)),
      literal(spoken.map(({ awaiting }) => awaiting)),
      literal(spoken.map(({ awaitingAlone }) => awaitingAlone)),
      literal(entries.map(({ spoken: { place } }) => place)),
      literal(entries.map(({ waiting }) => waiting.message.id)),
      literal(entries.map(({ waiting }) => waiting.message.at)),
      literal(entries.map(({ customerRank }) => customerRank)),
      literal(entries.map(({ agentRank }) => agentRank)),
      literal(entries.map(({ waiting }) => (waiting.message.side === 'customer' ? 1 : 0))),
      textLiteral(entries.map(({ waiting }) => waiting.message.text)),
      textLiteral(entries.map(({ waiting }) => marksOf(waiting.message))),
    ];
  }

  /**
   * Tells everyone what became of their message, numbering as the statement did. Gives back those who may not write, with the reason:
   * theirs may be a repeat of what was saved while they still might.
   */
  settle(found: readonly Numbered[]): { waiting: Waiting; why: RelayError }[] {
    const spoken = [...this.#conversations.values()];
    const byPlace = new Map(found.map((numbered) => [numbered.place, numbered]));
    for (const conversation of spoken) conversation.found = byPlace.get(conversation.place);
    return this.#entries.flatMap((entry) => this.#tell(entry));
  }

  #tell({ waiting, spoken }: Entry): { waiting: Waiting; why: RelayError }[] {
    const { conversation, id, at, by, text, marks, side } = waiting.message;
    const may = side === 'customer' ? spoken.found?.customer_may : spoken.found?.agent_may;
    if (!spoken.found || !may) return [{ waiting, why: new RelayError(may === false ? 'wrong-phase' : 'not-found') }];
    if (spoken.found.there === false) return [{ waiting, why: new RelayError('not-found', NOT_THERE) }];
    spoken.told += 1;
    const place = { conversation, seq: spoken.found.before + spoken.told, id, at, by };
    const files = spoken.found.attachments;
    const event: MessageEvent = {
      type: 'message.sent',
      ...place,
      text,
      ...(marks && { marks: [...marks] }),
      ...(files && { attachments: files }),
    };
    waiting.resolve({ event, again: false, phase: spoken.found.phase });
    return [];
  }

  fail(error: unknown): void {
    for (const { waiting } of this.#entries) waiting.reject(error);
  }
}
