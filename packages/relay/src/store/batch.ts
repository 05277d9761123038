import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Numbered } from './sql/append-messages.js';
import type { AppendedMessage, NewMessage } from './store.js';

/** A message that waits for its batch, and who waits for it. */
export interface Waiting {
  readonly message: NewMessage;
  readonly resolve: (appended: AppendedMessage) => void;
  readonly reject: (error: unknown) => void;
}

interface Spoken {
  readonly messages: NewMessage[];
  customer: string | null;
  customerCount: number;
  agent: string | null;
  agentCount: number;
  awaiting: number | null;
  firstByCustomer: number | null;
}

/** What goes into one statement: every id once, and in each conversation at most one author a side, so that rights can be read off the row. */
export class Batch {
  readonly waiting: Waiting[] = [];
  readonly #conversations = new Map<string, Spoken>();
  readonly #ids = new Set<string>();

  /** Whether the message fits in; one that does not goes into the next batch. */
  add(entry: Waiting): boolean {
    const { message } = entry;
    const key = message.conversation + message.id;
    const spoken = this.#conversations.get(message.conversation);
    if (this.#ids.has(key) || (spoken && spoken.messages[0]?.workspace !== message.workspace)) return false;
    const author = message.side === 'customer' ? spoken?.customer : spoken?.agent;
    if (author !== null && author !== undefined && author !== message.by.id) return false;
    this.#ids.add(key);
    this.#note(spoken, message);
    this.waiting.push(entry);
    return true;
  }

  #note(known: Spoken | undefined, message: NewMessage): void {
    const spoken = known ?? {
      messages: [],
      customer: null,
      customerCount: 0,
      agent: null,
      agentCount: 0,
      awaiting: null,
      firstByCustomer: null,
    };
    if (!known) this.#conversations.set(message.conversation, spoken);
    spoken.messages.push(message);
    if (message.side === 'customer') {
      spoken.customer = message.by.id;
      spoken.customerCount += 1;
      spoken.awaiting ??= message.at;
      spoken.firstByCustomer ??= message.at;
    } else {
      spoken.agent = message.by.id;
      spoken.agentCount += 1;
      spoken.awaiting = null;
    }
  }

  /** The fifteen parameters of APPEND_MESSAGES. */
  parameters(): unknown[][] {
    const spoken = [...this.#conversations].sort(([a], [b]) => (a < b ? -1 : 1));
    const said = this.waiting.map(({ message }) => message);
    return [
      spoken.map(([id]) => id),
      spoken.map(([, { messages }]) => messages[0]?.workspace),
      spoken.map(([, { customer }]) => customer),
      spoken.map(([, { customerCount }]) => customerCount),
      spoken.map(([, { agent }]) => agent),
      spoken.map(([, { agentCount }]) => agentCount),
      spoken.map(([, { awaiting }]) => awaiting),
      spoken.map(([, { firstByCustomer }]) => firstByCustomer),
      said.map(({ conversation }) => conversation),
      said.map(({ id }) => id),
      said.map(({ at }) => at),
      said.map(({ side }) => (side === 'customer' ? 1 : 0)),
      said.map(({ by }) => by.role),
      said.map(({ by }) => by.name),
      said.map(({ text }) => text),
    ];
  }

  /**
   * Tells everyone what became of their message, numbering as the statement did. Gives back those who may not write now: theirs may be
   * a repeat of what was saved while they still might.
   */
  settle(results: readonly Numbered[]): Waiting[] {
    const late: Waiting[] = [];
    const byId = new Map(results.map((result) => [result.id, result]));
    const next = new Map<string, number>();
    for (const entry of this.waiting) {
      const { message, resolve, reject } = entry;
      const result = byId.get(message.conversation);
      const [isThere, may] =
        message.side === 'customer' ? [result?.is_customer, result?.customer_may] : [result?.is_agent, result?.agent_may];
      if (!result || !isThere) reject(new RelayError('not-found'));
      else if (!may) late.push(entry);
      else {
        const seq = (next.get(message.conversation) ?? result.before) + 1;
        next.set(message.conversation, seq);
        const { conversation, id, at, by, text } = message;
        resolve({ event: { type: 'message.sent', conversation, seq, id, at, by, text }, again: false, phase: result.phase });
      }
    }
    return late;
  }

  fail(error: unknown): void {
    for (const { reject } of this.waiting) reject(error);
  }
}
