import type { Named } from '@deskbell/protocol/people.js';
import { scoresOf } from '@deskbell/protocol/survey-wording.js';
import type { SurveyKind } from '@deskbell/protocol/surveys.js';

/** How often one score was given, within a group and a stretch of time. */
export interface Scored {
  readonly kind: SurveyKind;
  readonly of: Named | null;
  readonly since: string | null;
  readonly score: number;
  readonly count: number;
}

/** What the answers of one group and stretch of time come to. Of a survey that was of another kind before, each kind stands by itself. */
export interface SurveyResult {
  readonly kind: SurveyKind;
  readonly of: Named | null;
  readonly since: string | null;
  readonly count: number;
  /** To two decimals. */
  readonly average: number;
  /** The share of 9 and 10 less that of 0 to 6, -100 to 100, to one decimal; null where the kind is not `nps`. */
  readonly nps: number | null;
  /** How often each score was given, by score: also those that nobody gave. */
  readonly distribution: Readonly<Record<number, number>>;
}

const PROMOTES = 9;
const DETRACTS = 6;

const rounded = (value: number, digits: number): number => {
  const result = Math.round(value * 10 ** digits) / 10 ** digits;
  // There is no minus nothing.
  return result === 0 ? 0 : result;
};

const sum = (scored: readonly Scored[], weight: (score: number) => number): number =>
  scored.reduce((total, { score, count }) => total + count * weight(score), 0);

function resultOf(first: Scored, scored: readonly Scored[]): SurveyResult {
  const { kind, of, since } = first;
  const count = sum(scored, () => 1);
  const net = sum(scored, (score) => (score >= PROMOTES ? 1 : score <= DETRACTS ? -1 : 0));
  const given = new Map(scored.map((each) => [each.score, each.count]));
  return {
    kind,
    of,
    since,
    count,
    average: rounded(sum(scored, (score) => score) / count, 2),
    nps: kind === 'nps' ? rounded((100 * net) / count, 1) : null,
    distribution: Object.fromEntries(scoresOf(kind).map((score) => [score, given.get(score) ?? 0])),
  };
}

/** Puts counted scores together, in the order in which their groups come first (rule SV10). */
export function resultsOf(scored: readonly Scored[]): SurveyResult[] {
  const groups = new Map<string, [Scored, ...Scored[]]>();
  for (const each of scored) {
    const group = JSON.stringify([each.since, each.of?.id ?? null, each.kind]);
    const known = groups.get(group);
    if (known) known.push(each);
    else groups.set(group, [each]);
  }
  return [...groups.values()].map((group) => resultOf(group[0], group));
}
