import type { Deps } from '../deps.js';
import { isRoutable } from '../domain/agent-status.js';
import { estimateWait, paceOf, type Pace } from '../domain/estimate.js';
import type { Store } from '../store/store.js';
import { hasMember, queueOf } from './queue-rules.js';
import { statusOf } from './standing.js';
import type { Wait } from './waiter.js';

type PacesDeps = Pick<Deps, 'directory' | 'now'> & { readonly store: Pick<Store, 'waits' | 'agents'> };

/** How long what is known of a queue's pace is good, ms. */
const FRESH = 15_000;

/** So many of the latest waits are looked at. */
const HISTORY = 200;

/** How long somebody at a place will wait. */
export function waitAt(place: number, pace: Pace | null): Wait {
  const estimate = estimateWait(place, pace);
  return estimate.sure === 'unknown' ? undefined : { low: estimate.low, high: estimate.high, sure: estimate.sure };
}

/** How fast queues move, asked for anew now and then. */
export class Paces {
  readonly #deps: PacesDeps;
  readonly #known = new Map<string, { at: number; pace: Pace | null }>();

  constructor(deps: PacesDeps) {
    this.#deps = deps;
  }

  async of({ workspace, id }: { readonly workspace: string; readonly id: string }): Promise<Pace | null> {
    const key = `${workspace}/${id}`;
    const at = this.#deps.now();
    const known = this.#known.get(key);
    if (known && at - known.at < FRESH) return known.pace;
    const pace = await this.#ask(workspace, id, at);
    this.#known.set(key, { at, pace });
    return pace;
  }

  async #ask(workspace: string, id: string, at: number): Promise<Pace | null> {
    const { store, directory } = this.#deps;
    const settings = directory.workspace(workspace);
    const queue = settings && queueOf(settings, id);
    if (!queue) return null;
    const [waits, agents] = await Promise.all([store.waits(workspace, id, HISTORY), store.agents(workspace)]);
    // Who has no free slot is at work here as well.
    const atWork = agents.filter(
      (agent) => hasMember(queue, agent.id) && isRoutable(statusOf({ ...agent, load: 0 }, settings, at), 'digital'),
    );
    // How many there were then is not kept; it is taken for what it is now.
    return paceOf(
      waits.map((wait) => ({ ...wait, agents: atWork.length })),
      atWork.length,
      at,
    );
  }
}
