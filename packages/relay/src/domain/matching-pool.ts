import { Heap } from './heap.js';
import type { Distribution, MatchingAgent } from './matching-rows.js';
import { hasSkills, levelOf, type Skills } from './skills.js';

/** An agent in one round of matching, with what the offers of the round have changed. */
export interface Candidate {
  readonly agent: MatchingAgent;
  load: number;
  idleSince: number;
  /** Which offer of the round was the agent's last; 0 before the first. */
  turn: number;
  /** Whether there is a free slot. */
  open: boolean;
  readonly pools: Pool[];
}

/** A candidate as the pool saw it last; a later `turn` of the candidate makes it stale. */
interface Entry {
  readonly candidate: Candidate;
  turn: number;
  /** What the distribution goes by, the less the better. */
  rank: number;
  idleSince: number;
}

const RANK: Record<Distribution, (candidate: Candidate, asked: Skills) => number> = {
  'longest-idle': () => 0,
  'least-occupied': ({ load, agent }) => load / agent.capacity,
  'most-skilled': ({ agent }, asked) => -Object.keys(asked).reduce((sum, skill) => sum + levelOf(agent.skills, skill), 0),
};

const isBetter = (one: Entry, other: Entry): boolean =>
  (one.rank - other.rank ||
    one.idleSince - other.idleSince ||
    one.turn - other.turn ||
    (one.candidate.agent.id < other.candidate.agent.id ? -1 : 1)) < 0;

/** The agents of a queue: how many, and those of them who can be given anything. */
export interface Members {
  readonly count: number;
  readonly routable: readonly Candidate[];
}

/**
 * The agents of one queue who have one set of skills, the best first. An agent is in several pools, and an offer out of one changes the
 * rank in all: since it only ever gets worse, a pool need not be told, it puts a stale entry in its place when it meets one.
 */
export class Pool {
  /** How many the queue has, of them are routable, of those have the skills, and of those have a free slot now. */
  readonly members: number;
  readonly routable: number;
  readonly skilled: number;
  open = 0;
  readonly #distribution: Distribution;
  readonly #asked: Skills;
  readonly #heap = new Heap<Entry>(isBetter);

  constructor(distribution: Distribution, { count, routable }: Members, asked: Skills) {
    this.#distribution = distribution;
    this.#asked = asked;
    const skilled = routable.filter(({ agent }) => hasSkills(agent.skills, asked));
    this.members = count;
    this.routable = routable.length;
    this.skilled = skilled.length;
    for (const candidate of skilled) {
      if (!candidate.open) continue;
      this.open += 1;
      candidate.pools.push(this);
      this.#heap.push({ candidate, turn: candidate.turn, rank: RANK[distribution](candidate, asked), idleSince: candidate.idleSince });
    }
  }

  /** The best who has a free slot and is not among the refused; all stay in the pool. Throws where there is none. */
  best(refused: ReadonlyMap<Candidate, number>): Candidate {
    const passed: Entry[] = [];
    let best = this.#best();
    while (refused.has(best.candidate)) {
      passed.push(best);
      this.#heap.pop();
      best = this.#best();
    }
    for (const entry of passed) this.#heap.push(entry);
    return best.candidate;
  }

  /** The uppermost entry, once it says how its candidate stands. */
  #best(): Entry {
    for (;;) {
      const entry = this.#heap.peek();
      if (!entry) throw new Error('asked for the best of a pool in which nobody is open');
      const { candidate } = entry;
      if (!candidate.open) this.#heap.pop();
      else if (entry.turn === candidate.turn) return entry;
      else {
        entry.turn = candidate.turn;
        entry.idleSince = candidate.idleSince;
        entry.rank = RANK[this.#distribution](candidate, this.#asked);
        this.#heap.settle();
      }
    }
  }
}
