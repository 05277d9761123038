import { msg } from '@lit/localize';
import type { Connection } from '@deskbell/client/connection.js';

/** How the way to the relay stands, in words. */
export interface ConnectionWords {
  readonly kind: 'warn' | 'bad';
  /** Short, for the compose box that is turned off. */
  readonly reason: string;
  /** What happened, what was kept, what to do. */
  readonly sentence: string;
}

const ended = (why: Extract<Connection, { phase: 'ended' }>['why']): Omit<ConnectionWords, 'kind'> => {
  switch (why) {
    case 'no-token':
    case 'unauthorized':
      return {
        reason: msg('Signed out'),
        sentence: msg('Your sign-in was refused. Your drafts are kept in this browser. Sign in again, then reload the page.'),
      };
    case 'signed-out':
      return { reason: msg('Signed out'), sentence: msg('You signed out. Your drafts are kept. Reload the page to sign in again.') };
    case 'too-old':
      return { reason: msg('Reload needed'), sentence: msg('This page is older than the relay. Your drafts are kept. Reload the page.') };
    case 'wrong-origin':
      return {
        reason: msg('Not connected'),
        sentence: msg('This address may not use the relay. Ask whoever manages the workspace to add it to the settings.'),
      };
    default:
      return { reason: msg('Not connected'), sentence: msg('The relay ended the connection. Your drafts are kept. Reload the page.') };
  }
};

/** What is to be said about a connection; undefined while there is nothing to say. */
export function connectionWords(connection: Connection): ConnectionWords | undefined {
  switch (connection.phase) {
    case 'idle':
    case 'connecting':
    case 'open':
      return undefined;
    case 'lost':
      return connection.offline
        ? {
            kind: 'warn',
            reason: msg('No network'),
            sentence: msg('There is no network. What you wrote is kept. This goes on by itself when the network is back.'),
          }
        : {
            kind: 'warn',
            reason: msg('Connection lost'),
            sentence: msg('The connection is lost. What you wrote is kept. Trying again by itself.'),
          };
    case 'ended':
      return { kind: 'bad', ...ended(connection.why) };
  }
}
