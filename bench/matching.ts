import { writeFileSync } from 'node:fs';
import { match } from '@deskbell/relay/domain/matching.js';
import { DISTRIBUTIONS, type MatchingAgent, type MatchingQueue, type Waiting } from '@deskbell/relay/domain/matching-rows.js';
import type { Skills } from '@deskbell/relay/domain/skills.js';
import { drawCentre, liveThrough } from '@deskbell/relay/domain/testing/overtakings.js';
import { matchNaively } from '@deskbell/relay/domain/testing/naive-matching.js';
import { median, ms, times, type Figure } from './figures.js';
import { growthSvg } from './growth.js';

/** Waiting conversations; there are a quarter as many agents. */
const SIZES = [500, 1_000, 2_000, 4_000, 8_000, 16_000];
const agentsFor = (waiting: number): number => waiting / 4;
const USUAL = 2_000;
const ROUNDS = 15;
const NOW = 1_000_000;
const SKILLS = ['french', 'german', 'billing', 'returns'];

/** What stands at a place of a list that is gone round; the lists here are never empty. */
const roundRobin = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** Evenly scattered numbers from 0 to below `limit`, the same in every run. */
function scattered(): (limit: number) => number {
  let state = 42;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** A busy centre: twelve queues, half of them of members, ten sets of skills, three slots an agent of which some are taken. */
function centre(size: number): { waiting: Waiting[]; agents: MatchingAgent[] } {
  const draw = scattered();
  const agents = Array.from({ length: agentsFor(size) }, (_, index): MatchingAgent => ({
    id: `agent-${index}`,
    skills: Object.fromEntries(SKILLS.filter(() => draw(2) === 0).map((skill) => [skill, 1 + draw(5)])),
    load: draw(3),
    capacity: 3,
    idleSince: draw(NOW),
    routable: draw(10) > 0,
  }));
  const queues = Array.from({ length: 12 }, (_, index): MatchingQueue => ({
    id: `queue-${index}`,
    members: index % 2 === 0 ? 'everybody' : agents.filter(() => draw(3) === 0).map(({ id }) => id),
    distribution: roundRobin(DISTRIBUTIONS, index),
  }));
  const sets = Array.from({ length: 10 }, (_, index): Skills => (index < 4 ? {} : { [roundRobin(SKILLS, index)]: 1 + (index % 3) }));
  const waiting = Array.from({ length: size }, (_, index): Waiting => ({
    id: `conversation-${index}`,
    queue: roundRobin(queues, draw(queues.length)),
    priority: draw(3),
    since: draw(NOW),
    skills: roundRobin(sets, draw(sets.length)),
    refusedBy: new Map(draw(5) === 0 ? [[`agent-${draw(agents.length)}`, NOW + 1]] : []),
  }));
  return { waiting, agents };
}

function took(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** The exponent by which the time grows with the size: the slope of a line through both logarithms. */
function exponent(points: readonly { size: number; time: number }[]): number {
  const logs = points.map(({ size, time }) => ({ x: Math.log(size), y: Math.log(time) }));
  const mean = (of: 'x' | 'y'): number => logs.reduce((sum, log) => sum + log[of], 0) / logs.length;
  const [x, y] = [mean('x'), mean('y')];
  return logs.reduce((sum, log) => sum + (log.x - x) * (log.y - y), 0) / logs.reduce((sum, log) => sum + (log.x - x) ** 2, 0);
}

const CUSTOMERS = 10_000;

/** A day of customers who come, are served and go; fewer end than come, so that there is a line most of the time. */
function fairness(): Figure {
  const day = liveThrough(drawCentre(CUSTOMERS, 100, scattered()), 250, 20);
  return {
    what: `${String(day.customers)} customers of a day: overtaken by a later one of the same priority, queue and skills`,
    ours: String(day.overtakings),
    against: `${String(day.offered)} offers`,
    ratio: String(day.overtakings),
    goal: 'none',
    reached: day.overtakings === 0 && day.offered === CUSTOMERS,
  };
}

/**
 * One round of matching: what it takes at several sizes, how that grows, and beside reading the rules off word by word.
 * @param keep - Whether the growth is drawn anew into `growth.svg`.
 */
export function matching(keep: boolean): Promise<Figure[]> {
  const sizes = SIZES.map((size) => ({ size, ...centre(size), times: [] as number[] }));
  // In turn, so that whatever else the machine does falls on all alike; the first rounds are the compiler's.
  for (let round = 0; round < 2 * ROUNDS; round += 1)
    for (const { waiting, agents, times } of sizes) {
      const time = took(() => match(waiting, agents, NOW));
      if (round >= ROUNDS) times.push(time);
    }
  const runs = sizes.map(({ size, times }) => ({ size, time: Math.min(...times) }));
  const points = runs.map(({ size, time }) => ({ waiting: size, agents: agentsFor(size), time }));
  for (const { waiting, agents, time } of points) console.log(`  ${String(waiting)} waiting, ${String(agents)} agents: ${ms(time)}`);
  if (keep) writeFileSync(new URL('growth.svg', import.meta.url), growthSvg(points));
  const { waiting, agents } = centre(USUAL);
  const ours = median(Array.from({ length: ROUNDS }, () => took(() => match(waiting, agents, NOW))));
  const naive = median(Array.from({ length: 3 }, () => took(() => matchNaively(waiting, agents, NOW))));
  const grows = exponent(runs);
  return Promise.resolve([
    {
      what: '2,000 waiting, 500 agents: one round of matching',
      ours: ms(ours),
      against: `every agent looked at in every turn ${ms(naive)}`,
      ratio: times(ours, naive),
      goal: 'under 10 ms',
      reached: ours < 10,
    },
    {
      what: `matching from ${Math.min(...SIZES)} to ${Math.max(...SIZES)} waiting: growth`,
      ours: `size^${grows.toFixed(2)}`,
      against: `n log n, size^${exponent(SIZES.map((size) => ({ size, time: size * Math.log(size) }))).toFixed(2)}`,
      ratio: grows.toFixed(2),
      goal: 'at most 1.3',
      reached: grows <= 1.3,
    },
    fairness(),
  ]);
}
