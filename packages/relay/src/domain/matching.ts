import { Pool, type Candidate, type Members } from './matching-pool.js';
import type { BecauseUnmatched, Matches, MatchingAgent, MatchingQueue, Waiting } from './matching-rows.js';
import { matchedSkills, skillsKey } from './skills.js';

/** The order in which conversations get their turn (M1). */
const byTurn = (one: Waiting, other: Waiting): number =>
  other.priority - one.priority || one.since - other.since || (one.id < other.id ? -1 : 1);

const byIdleness = (one: MatchingAgent, other: MatchingAgent): number => one.idleSince - other.idleSince || (one.id < other.id ? -1 : 1);

/** The pools of one round, made when the first conversation asks for one: the agents of a queue who have a set of skills. */
class Pools {
  readonly #candidates: readonly Candidate[];
  readonly #byQueue = new Map<string, { members: Members; bySkills: Map<string, Pool> }>();

  constructor(candidates: readonly Candidate[]) {
    this.#candidates = candidates;
  }

  of({ queue, skills }: Waiting): Pool {
    // Queues of everybody are alike if they choose alike: they share their pools.
    const queueKey = queue.members === 'everybody' ? queue.distribution : `queue ${queue.id}`;
    let found = this.#byQueue.get(queueKey);
    if (!found) this.#byQueue.set(queueKey, (found = { members: this.#membersOf(queue), bySkills: new Map() }));
    const key = skillsKey(skills);
    let pool = found.bySkills.get(key);
    if (!pool) found.bySkills.set(key, (pool = new Pool(queue.distribution, found.members, skills)));
    return pool;
  }

  #membersOf({ members }: MatchingQueue): Members {
    const ids = members === 'everybody' ? null : new Set(members);
    const all = ids ? this.#candidates.filter(({ agent }) => ids.has(agent.id)) : this.#candidates;
    return { count: all.length, routable: all.filter(({ agent }) => agent.routable) };
  }
}

/**
 * Gives each waiting conversation of one channel to an agent, or says why not (M1 to M7). The result depends on the rows alone, not on
 * their order. Offers are in the order of the turns; each takes a slot, so an agent may get several.
 */
export function match(waiting: readonly Waiting[], agents: readonly MatchingAgent[], now: number): Matches {
  // In the order in which most pools want them, so that filling a pool is a walk and not a sort.
  const candidates = agents.toSorted(byIdleness).map((agent): Candidate => {
    const { load, idleSince, capacity } = agent;
    return { agent, load, idleSince, turn: 0, open: load < capacity, pools: [] };
  });
  const byId = new Map(candidates.map((candidate) => [candidate.agent.id, candidate]));
  const pools = new Pools(candidates);
  const matches: Matches = { offers: [], unmatched: [] };
  let turn = 0;
  for (const conversation of waiting.toSorted(byTurn)) {
    const pool = pools.of(conversation);
    const refused = refusersIn(pool, conversation, byId, now);
    const among = pool.open - refused.size;
    if (among === 0) {
      matches.unmatched.push({ conversation: conversation.id, because: whyNobody(pool, refused) });
      continue;
    }
    const candidate = pool.best(refused);
    const { agent, load, idleSince } = candidate;
    const matched = matchedSkills(agent.skills, conversation.skills);
    const because = { rule: conversation.queue.distribution, among, idleSince, load, capacity: agent.capacity, matchedSkills: matched };
    matches.offers.push({ conversation: conversation.id, agent: agent.id, because });
    give(candidate, now, (turn += 1));
  }
  return matches;
}

/** The agents of a pool who could take it but refused it, with the time until which that holds. */
function refusersIn(pool: Pool, { refusedBy }: Waiting, byId: ReadonlyMap<string, Candidate>, now: number): Map<Candidate, number> {
  const refused = new Map<Candidate, number>();
  for (const [id, until] of refusedBy) {
    const candidate = byId.get(id);
    if (candidate?.open && until > now && candidate.pools.includes(pool)) refused.set(candidate, until);
  }
  return refused;
}

function whyNobody(pool: Pool, refused: ReadonlyMap<Candidate, number>): BecauseUnmatched {
  if (pool.routable === 0) return { rule: 'nobody-routable', among: pool.members };
  if (pool.skilled === 0) return { rule: 'nobody-skilled', among: pool.routable };
  if (pool.open === 0) return { rule: 'all-full', among: pool.skilled };
  return { rule: 'all-refused', among: pool.open, until: Math.min(...refused.values()) };
}

/** Takes a slot; whoever got something is the last of the idle ones, behind those who got something before (M5). */
function give(candidate: Candidate, now: number, turn: number): void {
  candidate.load += 1;
  // Another relay's clock may be ahead; nobody gets a better place in the order by an offer.
  candidate.idleSince = Math.max(candidate.idleSince, now);
  candidate.turn = turn;
  if (candidate.load < candidate.agent.capacity) return;
  candidate.open = false;
  for (const pool of candidate.pools) pool.open -= 1;
}
