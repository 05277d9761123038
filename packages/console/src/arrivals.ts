import { msg, str } from '@lit/localize';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { Bell } from '@deskbell/parts/sound.js';
import type { Choices } from './preferences.js';
import { customerName } from './words/names.js';

const notify = (title: string, options: NotificationOptions): Notification | undefined => {
  try {
    return new Notification(title, options);
  } catch {
    // Chrome on Android has the class, and refuses it to pages without a service worker.
    return undefined;
  }
};

/** Tells of new waiting customers by sound and, while the page is not in front, by a notification of the browser (TRY 3). */
export class Arrivals {
  private readonly bell: () => Pick<Bell, 'ring' | 'on'>;
  private readonly open: (conversation: string) => void;
  private readonly shown = new Map<string, Notification>();

  constructor(bell: () => Pick<Bell, 'ring' | 'on'>, open: (conversation: string) => void) {
    this.bell = bell;
    this.open = open;
  }

  /** Tells of customers who have come. Returns what a screen reader is to say. */
  announce(arrived: readonly ConversationSummary[], choices: Choices): string {
    if (!arrived.length) return '';
    this.ring(choices);
    if (choices.notifications && !document.hasFocus()) arrived.forEach((row) => this.show(row));
    const names = arrived.map((row) => customerName(row.customer.name)).join(', ');
    return msg(str`New in the waiting queue: ${names}`);
  }

  /** Tells of what is put to the agent. Returns what a screen reader is to say. */
  offer(offered: readonly ConversationSummary[], choices: Choices): string {
    if (!offered.length) return '';
    this.ring(choices);
    if (choices.notifications && !document.hasFocus()) offered.forEach((row) => this.show(row));
    const names = offered.map((row) => customerName(row.customer.name)).join(', ');
    return msg(str`Next in queue: ${names}`);
  }

  ring({ sound }: Choices): void {
    const bell = this.bell();
    bell.on = sound;
    void bell.ring();
  }

  /** Takes back what was told of customers who do not wait any more. */
  retract(waiting: readonly ConversationSummary[]): void {
    for (const [id, notification] of this.shown) {
      if (waiting.some((row) => row.id === id)) continue;
      notification.close();
      this.shown.delete(id);
    }
  }

  private show(row: ConversationSummary): void {
    if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
    const body = row.lastLine?.text ?? row.queue.name;
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
