import type { AgentSession } from '@deskbell/client/agent.js';
import type { Desk } from '@deskbell/protocol/site.js';
import type { Changes } from './changes.js';
import { NO_ACCEPTANCES, type Acceptances } from './contexts.js';
import { newsOf, type Notice } from './news.js';
import { summaryIn } from './standing.js';
import { customerName } from './words/names.js';
import { refusalWords } from './words/refusal.js';

const REMEMBERED = 3;

/** Accepts and rejects conversations, and remembers which are on their way, which were not got, and what else is to be said of them. */
export class Acceptor {
  acceptances: Acceptances = NO_ACCEPTANCES;

  /** Everything that was accepted or rejected at this desk, and not refused. */
  readonly answered = new Set<string>();

  private readonly session: () => AgentSession | undefined;
  private readonly changed: () => void;

  constructor(session: () => AgentSession | undefined, changed: () => void) {
    this.session = session;
    this.changed = changed;
  }

  /**
   * Asks for a conversation. Resolves with whether it is the agent's own now, and to be shown: whoever opened another one meanwhile stays there.
   * @param open - Which one is open.
   */
  async accept(conversation: string, open: () => string | undefined): Promise<boolean> {
    const before = open();
    return (await this.answer(conversation, (session) => session.accept(conversation))) && open() === before;
  }

  /** Gives what is offered away. Resolves with whether it went. */
  reject(conversation: string): Promise<boolean> {
    return this.answer(conversation, (session) => session.reject(conversation));
  }

  /** Notes what happened at the desk. Returns what the agent is to be told of it. */
  note(changes: Changes, desk: Desk | undefined): readonly Notice[] {
    const news = newsOf(changes, desk, this.answered);
    news.forEach((notice) => this.notify(notice));
    // What was answered before counts no more for what is offered anew.
    changes.offered.forEach(({ id }) => this.answered.delete(id));
    return news;
  }

  /** Puts away what is said of a conversation. */
  dismiss(conversation: string): void {
    this.set({ ...this.acceptances, notices: this.acceptances.notices.filter((notice) => notice.conversation !== conversation) });
  }

  private async answer(conversation: string, ask: (session: AgentSession) => Promise<void>): Promise<boolean> {
    const session = this.session();
    if (!session || this.acceptances.asked.has(conversation)) return false;
    const name = customerName(summaryIn(session.state, conversation)?.customer.name ?? '');
    this.answered.add(conversation);
    this.dismiss(conversation);
    this.set({ ...this.acceptances, asked: new Set([...this.acceptances.asked, conversation]) });
    try {
      await ask(session);
      return true;
    } catch (error) {
      this.answered.delete(conversation);
      this.notify({ conversation, name, text: refusalWords(error) });
      return false;
    } finally {
      this.set({ ...this.acceptances, asked: new Set([...this.acceptances.asked].filter((asked) => asked !== conversation)) });
    }
  }

  private notify(notice: Notice): void {
    this.set({ ...this.acceptances, notices: [...this.acceptances.notices, notice].slice(-REMEMBERED) });
  }

  private set(acceptances: Acceptances): void {
    this.acceptances = acceptances;
    this.changed();
  }
}
