import { v7 } from 'uuid';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import { RawSocket } from '../relay/frames.js';
import { ORIGIN, agentToken } from '../identities.js';

/** Who hears what comes to the agents. */
export interface Listener {
  /** An agent took what was offered to them. */
  took(agent: DeskAgent, conversation: string): void;
  /** An offer is on the screen of an agent who had ended something before; so long after that was sent, ms. */
  offered(latency: number): void;
}

/** An agent at a socket, who accepts whatever is offered at once. */
export class DeskAgent {
  readonly #socket: RawSocket;
  readonly #listener: Listener;
  readonly #mark: Buffer;
  readonly #id: string;
  readonly #offered = new Set<string>();
  readonly #taken = new Set<string>();
  /** When each slot was given up that has not been filled yet. */
  readonly #freed: number[] = [];
  /** Called when the frame is there that is waited for. */
  #opened: (() => void) | undefined;

  private constructor(socket: RawSocket, id: string, listener: Listener) {
    this.#socket = socket;
    this.#id = id;
    this.#listener = listener;
    this.#mark = Buffer.from(`"agent":{"id":"${id}"`);
    socket.closed = (code) => {
      throw new Error(`the socket of ${id} was closed with ${String(code)}`);
    };
    socket.receive = (payload) => this.#receive(payload);
  }

  /** Opens a session, and chooses to be available. */
  static async open(port: number, id: string, listener: Listener): Promise<DeskAgent> {
    const socket = await RawSocket.open(port, '/v1/socket', { Origin: ORIGIN });
    const agent = new DeskAgent(socket, id, listener);
    const opened = new Promise<void>((resolve) => (agent.#opened = resolve));
    socket.say({ type: 'session.open', version: 1, token: await agentToken(id, id) });
    await opened;
    socket.say({ type: 'status.set', status: 'available' });
    return agent;
  }

  /** Ends a conversation, by which a slot is free. */
  end(conversation: string): void {
    this.#freed.push(performance.now());
    this.#socket.say({ type: 'conversation.end', id: v7(), conversation });
  }

  /** Says that it is still there; who is silent for half a minute is cut off. */
  ping(): void {
    this.#socket.say({ type: 'ping' });
  }

  leave(): void {
    this.#socket.closed = () => undefined;
    this.#socket.end();
  }

  #receive(payload: Buffer): void {
    // Where the type begins: most of what comes is of others, and is to cost the load as little as can be.
    const type = payload.toString('latin1', 9, 23);
    if (type.startsWith('refused')) throw new Error(`${this.#id}: ${payload.toString()}`);
    if (type === 'session.opened') this.#opened?.();
    if (type !== 'conversation.c' || !payload.includes(this.#mark)) return;
    const { conversation } = JSON.parse(payload.toString()) as { conversation: ConversationSummary };
    const { id, phase, offer } = conversation;
    if (offer) this.#accept(id);
    else if (phase === 'active' && !this.#taken.has(id)) {
      this.#taken.add(id);
      this.#listener.took(this, id);
    }
  }

  #accept(conversation: string): void {
    if (this.#offered.has(conversation)) return;
    this.#offered.add(conversation);
    const freed = this.#freed.shift();
    if (freed !== undefined) this.#listener.offered(performance.now() - freed);
    this.#socket.say({ type: 'conversation.accept', id: v7(), conversation });
  }
}
