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
  return new Proxy(real, {
    get: (target, name) => {
      if (name === 'appendMessage') return appendMessage;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** The same store with one statement a message: what group commit is set against. */
export function oneAtATime(real: Store): Store {
  let last: Promise<unknown> = Promise.resolve();
  return new Proxy(real, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (name === 'appendMessage') {
        return (message: NewMessage): Promise<AppendedMessage> => {
          const next = last.then(() => target.appendMessage(message));
          last = next.catch(() => undefined);
          return next;
        };
      }
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
