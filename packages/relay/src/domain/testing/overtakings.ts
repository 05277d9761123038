import { match } from '../matching.js';
import { DISTRIBUTIONS, type MatchingAgent, type MatchingQueue, type Waiting } from '../matching-rows.js';
import type { Skills } from '../skills.js';

/** Those who could be overtaken by each other: the same priority, queue and skills. */
const lineOf = ({ priority, queue, skills }: Waiting): string => `${String(priority)} ${queue.id} ${JSON.stringify(skills)}`;

/** Whether one was there before another, and may not be overtaken by it. */
const isBefore = (one: Waiting, other: Waiting): boolean => one.since < other.since || (one.since === other.since && one.id < other.id);

export interface Centre {
  readonly customers: readonly Waiting[];
  readonly agents: readonly MatchingAgent[];
}

const SETS: readonly Skills[] = [{}, { french: 1 }, { french: 2 }, { billing: 1, french: 1 }];

/**
 * A centre of eight queues that choose in every way, four sets of skills and three priorities; some customers come at the same moment, and
 * one in five was refused by an agent for a while.
 * @param draw - Whole numbers from 0 to below the limit.
 */
export function drawCentre(count: number, staff: number, draw: (limit: number) => number): Centre {
  const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  const queues = Array.from({ length: 8 }, (_, index): MatchingQueue => {
    const distribution = DISTRIBUTIONS[index % DISTRIBUTIONS.length] ?? 'longest-idle';
    return { id: `q${String(index)}`, members: 'everybody', distribution };
  });
  return {
    customers: Array.from({ length: count }, (_, index): Waiting => {
      const since = draw(10 * count);
      const refusedBy = new Map(draw(5) === 0 ? [[`a${String(draw(staff))}`, since + draw(5 * count)]] : []);
      return { id: `c${String(index)}`, queue: pick(queues), priority: draw(3), since, skills: pick(SETS), refusedBy };
    }),
    agents: Array.from({ length: staff }, (_, index): MatchingAgent => {
      const skills = { french: index % 3, billing: index % 2 };
      return { id: `a${String(index)}`, skills, load: 0, capacity: 1 + (index % 4), idleSince: draw(100), routable: true };
    }),
  };
}

/** What became of a day in a centre. */
export interface Day {
  readonly customers: number;
  /** Offers made, in the order in which they were made. */
  readonly offered: number;
  /** Pairs in which the later of two was offered to somebody whom the earlier one, still waiting, had not refused. */
  readonly overtakings: number;
}

/**
 * Lets customers come in the order of `since`, agents take what they are given, and end what they have had longest, round by round, until
 * all are served who can be. Counts who was overtaken. Time is that of the rounds: `step` ms each, in which `ends` conversations end.
 */
export function liveThrough({ customers, agents }: Centre, step: number, ends: number, matchBy = match): Day {
  const coming = customers.toSorted((one, other) => (isBefore(one, other) ? -1 : 1));
  const staff = new Map(agents.map((agent) => [agent.id, { ...agent }]));
  const busy: string[] = [];
  let waiting: Waiting[] = [];
  let [offered, overtakings, came] = [0, 0, 0];
  for (let now = coming[0]?.since ?? 0; ; now += step) {
    while (coming[came] && (coming[came]?.since ?? 0) <= now) waiting.push(coming[came++] as Waiting);
    for (const id of busy.splice(0, ends)) {
      const agent = staff.get(id);
      if (agent) agent.load -= 1;
    }
    const { offers } = matchBy(waiting, [...staff.values()], now);
    if (offers.length === 0 && busy.length === 0 && came === coming.length) return { customers: customers.length, offered, overtakings };
    overtakings += countOvertakings(waiting, offers, now);
    const gone = new Set(offers.map(({ conversation }) => conversation));
    waiting = waiting.filter(({ id }) => !gone.has(id));
    for (const { agent } of offers) {
      const row = staff.get(agent);
      if (row) Object.assign(row, { load: row.load + 1, idleSince: now });
      busy.push(agent);
    }
    offered += offers.length;
  }
}

/** Those who were there before somebody who was offered, got nothing until then, and had not refused the agent. */
function countOvertakings(waiting: readonly Waiting[], offers: readonly { conversation: string; agent: string }[], now: number): number {
  const rows = new Map(waiting.map((row) => [row.id, row]));
  const lines = new Map<string, Waiting[]>();
  for (const row of waiting) {
    const line = lines.get(lineOf(row));
    if (line) line.push(row);
    else lines.set(lineOf(row), [row]);
  }
  let count = 0;
  for (const { conversation, agent } of offers) {
    const row = rows.get(conversation);
    if (!row) continue;
    for (const other of lines.get(lineOf(row)) ?? []) {
      if (!rows.has(other.id) || !isBefore(other, row)) continue;
      if ((other.refusedBy.get(agent) ?? 0) <= now) count += 1;
    }
    // Who has an offer is overtaken by nobody any more.
    rows.delete(conversation);
  }
  return count;
}
