/** A customer who left a queue because an agent took the conversation. Who gave up tells nothing of how fast it moves. */
export interface QueueExit {
  readonly at: number;
  /** Milliseconds in the queue. */
  readonly waited: number;
  /** How many agents were at work for the queue then. */
  readonly agents: number;
}

/** Milliseconds; four of five customers should wait between `low` and `high`. */
export type WaitEstimate =
  | { readonly sure: 'sure' | 'rough'; readonly expected: number; readonly low: number; readonly high: number }
  | { readonly sure: 'unknown' };

/** After this time something counts half (E3): the afternoon's wait is not the morning's. */
export const HALF_LIFE = 30 * 60_000;
/** So much of aged evidence makes an estimate rough, so much makes it sure; one exit of this moment counts 1 (E5). */
const ROUGH = 3;
const SURE = 15;
/** What counts less than this is left out: it tells of another shift. */
const NOTHING = 0.01;
/** So many gaps are averaged before the median is taken: single ones are so scattered that their median is too short. */
const BLOCK = 5;

/** How fast a queue moves, for all its places: the usual step from one place to the next, and how much shorter or longer one may be. */
export interface Pace {
  readonly sure: 'sure' | 'rough';
  readonly step: number;
  readonly shorter: number;
  readonly longer: number;
}

interface Weighed {
  readonly value: number;
  readonly weight: number;
}

const weightOf = (at: number, now: number): number => 0.5 ** (Math.max(0, now - at) / HALF_LIFE);
const totalOf = (values: readonly Weighed[]): number => values.reduce((sum, { weight }) => sum + weight, 0);

/** The value below which a share of the weight lies. */
function quantile(values: readonly Weighed[], share: number): number {
  const goal = share * totalOf(values);
  let below = 0;
  const sorted = values.toSorted((one, other) => one.value - other.value);
  for (const { value, weight } of sorted) if ((below += weight) >= goal) return value;
  return sorted.at(-1)?.value ?? 0;
}

/**
 * The work of an agent between two exits. Only where the second was waiting already when the first left was the queue what they waited
 * for; a gap in which nobody waited tells when customers came, not how fast agents are (E2).
 */
function workPerExit(exits: readonly QueueExit[], now: number): Weighed[] {
  return exits.flatMap(({ at, waited, agents }, index) => {
    const before = exits[index - 1];
    if (!before || waited < at - before.at) return [];
    return [{ value: (at - before.at) * Math.max(1, agents), weight: weightOf(at, now) }];
  });
}

/** The means of blocks of neighbours, at least five where there are five values: one that is far out does not move their median. */
function blockMeans(values: readonly Weighed[]): Weighed[] {
  const size = Math.max(1, Math.min(BLOCK, Math.floor(values.length / BLOCK)));
  const blocks: Weighed[] = [];
  for (let end = values.length; end >= size; end -= size) {
    const block = values.slice(end - size, end);
    const weight = totalOf(block);
    blocks.push({ value: block.reduce((sum, one) => sum + one.value * one.weight, 0) / weight, weight });
  }
  return blocks;
}

/** The pace as of one step's usual length, and its scatter as of single steps; `scale` makes an agent's work a queue's time. */
function paceFrom(sure: Pace['sure'], steps: readonly Weighed[], single: readonly Weighed[], scale: number): Pace {
  const step = quantile(steps, 0.5);
  return {
    sure,
    step: scale * step,
    shorter: scale * Math.min(step, Math.max(0, step - quantile(single, 0.1))),
    longer: scale * Math.max(0, quantile(single, 0.9) - step),
  };
}

/** How fast a queue moves by what it did lately (E1 to E6); null with nobody at work, or too little known. */
export function paceOf(exits: readonly QueueExit[], agents: number, now: number): Pace | null {
  if (agents < 1) return null;
  const lately = exits
    .filter(({ at }) => at <= now && weightOf(at, now) >= NOTHING)
    .sort((one, other) => one.at - other.at || one.waited - other.waited || one.agents - other.agents);
  const work = workPerExit(lately, now);
  const evidence = totalOf(work);
  if (evidence >= ROUGH) return paceFrom(evidence >= SURE ? 'sure' : 'rough', blockMeans(work), work, 1 / agents);
  // A queue that was hardly ever one: all that is known is how long it took to be accepted.
  const waits = lately.map(({ at, waited }) => ({ value: waited, weight: weightOf(at, now) }));
  return totalOf(waits) >= ROUGH ? paceFrom('rough', waits, waits, 1) : null;
}

/**
 * How long somebody at a place (1 is next) will wait: the sum of as many steps, so the middle grows with the place and the scatter with
 * its root (E4). `unknown` where the pace is: no number is better than an invented one.
 */
export function estimateWait(place: number, pace: Pace | null): WaitEstimate {
  if (!pace) return { sure: 'unknown' };
  const expected = pace.step * place;
  const root = Math.sqrt(place);
  return { sure: pace.sure, expected, low: expected - pace.shorter * root, high: expected + pace.longer * root };
}
