import { msg } from '@lit/localize';
import type { CustomerState } from '@deskbell/client/customer.js';
import { isIncomplete } from './on-demand.js';

/** What stands between the customer and the chat, in a sentence, and what they can do about it. */
export interface Trouble {
  readonly kind: 'info' | 'warn' | 'bad';
  readonly text: string;
  readonly action?: 'reload' | 'retry';
}

/** What is wrong now: the network, the page, the browser; the worst first. */
export function troubles({ connection, keeps }: CustomerState): Trouble[] {
  const found: Trouble[] = [];
  if (connection.phase === 'lost') {
    found.push({
      kind: 'warn',
      text: connection.offline
        ? msg('No connection. What you wrote is kept, and goes out when it is back.')
        : msg('No connection to the chat. Connecting again; what you wrote is kept.'),
    });
  }
  if (connection.phase === 'ended') {
    found.push(
      connection.why === 'too-old'
        ? { kind: 'warn', text: msg('The chat was updated. Reload the page to go on.'), action: 'reload' }
        : { kind: 'warn', text: msg('The chat is not available at the moment.'), action: 'retry' },
    );
  }
  if (connection.phase === 'open' && isIncomplete())
    found.push({ kind: 'warn', text: msg('A part of the chat did not load. Reload the page to go on.'), action: 'reload' });
  if (!keeps) found.push({ kind: 'info', text: msg('This browser keeps nothing: the chat is gone when you close this page.') });
  return found;
}

/** For the site's developers, why the relay turned this page away; undefined where it did not. */
export function refusal({ connection }: CustomerState, siteKey: string): string | undefined {
  return connection.phase === 'ended'
    ? `Deskbell: the relay turned this page away (${connection.why}). It goes by the site key "${siteKey}" and the origin ${location.origin}: both have to be in its settings.`
    : undefined;
}
