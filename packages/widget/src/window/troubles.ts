import { msg } from '@lit/localize';
import type { CustomerState } from '@deskbell/client/customer.js';

/** What stands between the customer and the chat, in a sentence each. */
export interface Trouble {
  readonly kind: 'info' | 'warn' | 'bad';
  readonly text: string;
}

/** What is wrong now: the network, the page, the browser; the worst first. */
export function troubles({ connection, keeps }: CustomerState): Trouble[] {
  const found: Trouble[] = [];
  if (connection.phase === 'lost') {
    found.push({
      kind: 'warn',
      text: connection.offline
        ? msg('No connection: what you wrote is kept and goes out when it is back.')
        : msg('Connecting again: what you wrote is kept.'),
    });
  }
  if (connection.phase === 'ended') {
    found.push({
      kind: 'bad',
      text:
        connection.why === 'too-old'
          ? msg('The chat was updated. Reload the page to go on.')
          : msg('The chat cannot be reached from this page.'),
    });
  }
  if (!keeps) found.push({ kind: 'info', text: msg('This browser keeps nothing: the chat is gone when you close this page.') });
  return found;
}
