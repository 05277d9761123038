import type { BecauseUnmatched, Matches, MatchingAgent, Waiting } from '../matching-rows.js';

interface Standing {
  readonly agent: MatchingAgent;
  load: number;
  idleSince: number;
  turn: number;
}

/** What the better of two agents is judged by, one value after the other, the least first. */
function judged({ queue, skills }: Waiting, { agent, load, idleSince, turn }: Standing): (number | string)[] {
  const order = [idleSince, turn, agent.id];
  if (queue.distribution === 'least-occupied') return [load / agent.capacity, ...order];
  if (queue.distribution === 'most-skilled')
    return [-Object.keys(skills).reduce((sum, skill) => sum + (agent.skills[skill] ?? 0), 0), ...order];
  return order;
}

function isBetter(conversation: Waiting, one: Standing, other: Standing): boolean {
  const [ours, theirs] = [judged(conversation, one), judged(conversation, other)];
  const differs = ours.findIndex((value, index) => value !== theirs[index]);
  return differs >= 0 && (ours[differs] as number) < (theirs[differs] as number);
}

const before = (one: Waiting, other: Waiting): boolean => {
  if (one.priority !== other.priority) return one.priority > other.priority;
  if (one.since !== other.since) return one.since < other.since;
  return one.id < other.id;
};

/** The rules M1 to M7 read off word by word: for each turn a look at every conversation, then at every agent. */
export function matchNaively(waiting: readonly Waiting[], agents: readonly MatchingAgent[], now: number): Matches {
  const standings: Standing[] = agents.map((agent) => ({ agent, load: agent.load, idleSince: agent.idleSince, turn: 0 }));
  const matches: Matches = { offers: [], unmatched: [] };
  const left = [...waiting];
  while (left.length > 0) {
    const next = left.reduce((first, other) => (before(other, first) ? other : first));
    left.splice(left.indexOf(next), 1);
    const { queue, skills, refusedBy } = next;
    const serving = standings.filter(({ agent }) => queue.members === 'everybody' || queue.members.includes(agent.id));
    const routable = serving.filter(({ agent }) => agent.routable);
    const skilled = routable.filter(({ agent }) => Object.keys(skills).every((skill) => (agent.skills[skill] ?? 0) >= skills[skill]!));
    const open = skilled.filter(({ agent, load }) => load < agent.capacity);
    const willing = open.filter(({ agent }) => (refusedBy.get(agent.id) ?? -Infinity) <= now);
    const unmatched = (because: BecauseUnmatched) => matches.unmatched.push({ conversation: next.id, because });
    if (routable.length === 0) unmatched({ rule: 'nobody-routable', among: serving.length });
    else if (skilled.length === 0) unmatched({ rule: 'nobody-skilled', among: routable.length });
    else if (open.length === 0) unmatched({ rule: 'all-full', among: skilled.length });
    else if (willing.length === 0)
      unmatched({ rule: 'all-refused', among: open.length, until: Math.min(...open.map(({ agent }) => refusedBy.get(agent.id)!)) });
    else {
      const best = willing.reduce((first, other) => (isBetter(next, other, first) ? other : first));
      const matchedSkills = Object.fromEntries(Object.keys(skills).map((skill) => [skill, best.agent.skills[skill] ?? 0]));
      const { agent, load, idleSince } = best;
      const because = { rule: queue.distribution, among: willing.length, idleSince, load, capacity: agent.capacity, matchedSkills };
      matches.offers.push({ conversation: next.id, agent: agent.id, because });
      best.load += 1;
      best.idleSince = Math.max(idleSince, now);
      best.turn = matches.offers.length;
    }
  }
  return matches;
}
