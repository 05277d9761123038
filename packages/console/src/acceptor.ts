import type { AgentSession } from '@deskbell/client/agent.js';
import { NO_ACCEPTANCES, type Acceptances } from './contexts.js';
import { summaryIn } from './standing.js';
import { customerName } from './words/names.js';
import { refusalWords } from './words/refusal.js';

const REMEMBERED = 3;

/** Asks for conversations, and remembers which are on their way and which were not got. */
export class Acceptor {
  acceptances: Acceptances = NO_ACCEPTANCES;

  private readonly changed: () => void;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** Asks for a conversation. Resolves with whether it is the agent's own now. */
  async accept(session: AgentSession, conversation: string): Promise<boolean> {
    if (this.acceptances.asked.has(conversation)) return false;
    const name = summaryIn(session.state, conversation)?.customer.name ?? '';
    this.ask(conversation);
    try {
      await session.accept(conversation);
      return true;
    } catch (error) {
      this.lose(conversation, customerName(name), refusalWords(error));
      return false;
    } finally {
      this.answer(conversation);
    }
  }

  /** Takes the notice of a conversation away that was not got. */
  dismiss(conversation: string): void {
    this.set({ ...this.acceptances, lost: this.acceptances.lost.filter((lost) => lost.conversation !== conversation) });
  }

  private ask(conversation: string): void {
    this.dismiss(conversation);
    this.set({ ...this.acceptances, asked: new Set([...this.acceptances.asked, conversation]) });
  }

  private lose(conversation: string, name: string, why: string): void {
    this.set({ ...this.acceptances, lost: [...this.acceptances.lost, { conversation, name, why }].slice(-REMEMBERED) });
  }

  private answer(conversation: string): void {
    this.set({ ...this.acceptances, asked: new Set([...this.acceptances.asked].filter((asked) => asked !== conversation)) });
  }

  private set(acceptances: Acceptances): void {
    this.acceptances = acceptances;
    this.changed();
  }
}
