import { MAX_FRAME } from '@deskbell/protocol/text.js';
import type { Door, Knock, Welcome } from './door.js';
import type { SessionDeps } from './session-deps.js';
import { Session } from './session.js';
import { Sessions } from './sessions.js';

/** The door for the sessions of customers and agents. */
export class SessionDoor implements Door {
  readonly path = '/v1/socket';
  readonly largest = MAX_FRAME;
  readonly sessions: Sessions;
  readonly #deps: SessionDeps;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.sessions = new Sessions(deps.limits, deps.metrics);
  }

  get size(): number {
    return this.sessions.size;
  }

  hasRoomFor(address: string): boolean {
    return this.sessions.hasRoomFor(address);
  }

  open({ address, origin }: Knock): Welcome {
    return (socket, stream) => {
      const session = new Session(this.#deps, this.sessions, socket, stream, address, origin);
      this.sessions.add(session);
      return session;
    };
  }

  check(now: number): void {
    this.sessions.check(now);
  }

  drain(): Promise<void> {
    return this.sessions.drain();
  }

  terminate(): void {
    this.sessions.terminate();
  }
}
