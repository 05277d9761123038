import { msg, str } from '@lit/localize';
import type { AgentState } from '@deskbell/client/agent.js';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { Bell } from '@deskbell/parts/sound.js';
import type { Changes } from './changes.js';
import type { Choices } from './preferences.js';
import { lastWords } from './words/last-line.js';
import { customerName } from './words/names.js';

const notify = (title: string, options: NotificationOptions): Notification | undefined => {
  try {
    return new Notification(title, options);
  } catch {
    // Chrome on Android has the class, and refuses it to pages without a service worker.
    return undefined;
  }
};

/** The desk as something happens at it. */
export interface Scene {
  readonly known: AgentState;
  readonly choices: Choices;
  /** The conversation that is shown. */
  readonly shown: string | undefined;
  /** What the agent accepted there. */
  readonly answered: ReadonlySet<string>;
}

/** Tells of new waiting customers by sound and, while the page is not in front, by a notification of the browser (TRY 3). */
export class Arrivals {
  private readonly bell: () => Pick<Bell, 'ring' | 'on'>;
  private readonly open: (conversation: string) => void;
  private readonly shown = new Map<string, Notification>();

  constructor(bell: () => Pick<Bell, 'ring' | 'on'>, open: (conversation: string) => void) {
    this.bell = bell;
    this.open = open;
  }

  /** Tells of what happened. Returns what a screen reader is to say. */
  tell({ arrived, offered, accepted, written }: Changes, { known, choices, shown, answered }: Scene): string {
    this.retract([...known.waiting, ...known.offers]);
    const put = this.announce(offered, choices);
    const come = known.listening ? this.announce(arrived, choices) : '';
    // By a colleague, or because offers are accepted by themselves.
    const given = this.announce(
      accepted.filter(({ id }) => !answered.has(id)),
      choices,
    );
    if (written.some(({ id }) => id !== shown || !document.hasFocus())) this.ring(choices);
    const said = [
      put && msg(str`Next in queue: ${put}`),
      come && msg(str`New in the waiting queue: ${come}`),
      given && msg(str`Now yours: ${given}`),
    ];
    return said.filter(Boolean).join('. ');
  }

  /** Rings for customers, and gives their names. */
  private announce(rows: readonly ConversationSummary[], choices: Choices): string {
    if (!rows.length) return '';
    this.ring(choices);
    if (choices.notifications && !document.hasFocus()) rows.forEach((row) => this.show(row));
    return rows.map(({ customer }) => customerName(customer.name)).join(', ');
  }

  private ring({ sound }: Choices): void {
    const bell = this.bell();
    bell.on = sound;
    void bell.ring();
  }

  /** Takes back what was told of customers who do not wait any more. */
  private retract(waiting: readonly ConversationSummary[]): void {
    for (const [id, notification] of this.shown) {
      if (waiting.some((row) => row.id === id)) continue;
      notification.close();
      this.shown.delete(id);
    }
  }

  private show(row: ConversationSummary): void {
    if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
    const body = row.lastLine ? lastWords(row.lastLine) : row.queue.name;
    const title = msg(str`${customerName(row.customer.name)} is waiting`);
    const notification = notify(title, { body, tag: row.id });
    notification?.addEventListener('click', () => {
      window.focus();
      this.open(row.id);
      notification.close();
    });
    if (notification) this.shown.set(row.id, notification);
  }
}
