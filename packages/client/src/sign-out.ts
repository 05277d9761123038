import { RelayError } from '@deskbell/protocol/refusals.js';
import type { LiveEventOf } from '@deskbell/protocol/events.js';
import type { Connection } from './connection.js';

/** A sign-out that is under way: it is over when the relay has closed the session, or refused. */
export class SignOut {
  #waiting: { resolve: () => void; reject: (error: RelayError) => void } | undefined;

  /** @param send asks the relay. */
  ask(send: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      send();
    });
  }

  refuse({ command, code, detail }: LiveEventOf<'refused'>): void {
    if (command === 'session.leave') this.#settle((waiting) => waiting.reject(new RelayError(code, detail)));
  }

  /** The connection is different now. Lost on the way, nobody knows whether it was heard: the agent asks again. */
  changed(connection: Connection): void {
    if (connection.phase === 'ended' && connection.why === 'signed-out') this.#settle((waiting) => waiting.resolve());
    else if (connection.phase !== 'open')
      this.#settle((waiting) => waiting.reject(new RelayError('unavailable', 'the connection went meanwhile')));
  }

  #settle(how: (waiting: { resolve: () => void; reject: (error: RelayError) => void }) => void): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) how(waiting);
  }
}
