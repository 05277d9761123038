import type { Person } from '@deskbell/protocol/people.js';
import type { HttpBindings } from '@hono/node-server';

/** What handlers find on the context. */
export interface RelayEnv {
  readonly Bindings: Partial<HttpBindings>;
  readonly Variables: {
    /** What the client counts as for the limits. */
    readonly address: string;
    /** Who asks, where the route needs a token. */
    readonly person: Person;
  };
}
