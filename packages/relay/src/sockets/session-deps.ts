import type { Deps } from '../deps.js';
import type { Places } from '../routing/places.js';
import type { Limits } from './limits.js';

/** What sockets need besides. */
export interface SessionDeps extends Deps {
  readonly places: Pick<Places, 'watch' | 'forget'>;
  readonly limits: Limits;
}
