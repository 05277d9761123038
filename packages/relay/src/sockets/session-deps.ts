import type { Deps } from '../deps.js';
import type { Places } from '../routing/places.js';
import type { Limits } from './limits.js';
import type { Desks } from './desks.js';
import type { Wire } from './wire.js';

/** What sockets need besides. */
export interface SessionDeps extends Deps {
  readonly places: Pick<Places, 'watch' | 'forget'>;
  readonly desks: Pick<Desks, 'join' | 'leave'>;
  readonly limits: Limits;
  readonly wire: Wire;
}
