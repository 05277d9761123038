import { RelayError } from '@deskbell/protocol/refusals.js';
import type { AppendedMessage, NewMessage, Store } from '@deskbell/relay/store/store.js';

interface Counted {
  seq: number;
  readonly customer: string;
  readonly agent: string;
}

/**
 * A store that saves nothing: it gives numbers and checks who may write, from memory. What is left of the relay with it is everything but
 * the database, and that is what the figures set the durable one against. Everything else goes to the real store.
 */
export function savingNothing(real: Store): Store {
  const known = new Map<string, Promise<Counted>>();
  const find = async ({ workspace, conversation }: NewMessage): Promise<Counted> => {
    const row = await real.conversation(workspace, conversation);
    if (!row?.agent) throw new RelayError('not-found');
    return { seq: row.seq, customer: row.customer.id, agent: row.agent.id };
  };
  const ready = new Map<string, Counted>();
  const count = (message: NewMessage, counted: Counted): AppendedMessage => {
    if (message.by.id !== (message.side === 'customer' ? counted.customer : counted.agent)) throw new RelayError('not-found');
    counted.seq += 1;
    const { conversation, id, at, by, text } = message;
    return { event: { type: 'message.sent', conversation, seq: counted.seq, id, at, by, text }, again: false, phase: 'active' };
  };
  const appendMessage = async (message: NewMessage): Promise<AppendedMessage> => {
    const counted = ready.get(message.conversation);
    if (counted) return count(message, counted);
    const finding = known.get(message.conversation) ?? find(message);
    known.set(message.conversation, finding);
    const found = await finding;
    ready.set(message.conversation, found);
    return count(message, found);
  };
  return replacing(real, appendMessage);
}

/**
 * The same store with one statement a message: what group commit is set against. Each of the given stores has a connection for appends of
 * its own, and takes a message when the one before it is committed; a conversation always goes to the same one, so that its order holds.
 */
export function oneAtATime(real: Store, stores: readonly Store[]): Store {
  const last = stores.map((): Promise<unknown> => Promise.resolve());
  const appendMessage = (message: NewMessage): Promise<AppendedMessage> => {
    const lane = Number.parseInt(message.conversation.slice(-4), 16) % stores.length;
    const store = stores[lane] ?? real;
    const next = (last[lane] ?? Promise.resolve()).then(() => store.appendMessage(message));
    last[lane] = next.catch(() => undefined);
    return next;
  };
  return replacing(real, appendMessage);
}

/** A store with another way to append. */
const replacing = (real: Store, appendMessage: Store['appendMessage']): Store =>
  new Proxy(real, {
    get: (target, name) => {
      if (name === 'appendMessage') return appendMessage;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
