/** One line of a table: what was measured, against what, and whether the goal was reached. */
export interface Figure {
  readonly what: string;
  readonly ours: string;
  readonly against: string;
  /** The measured ratio or number, and the goal, both in words. */
  readonly ratio: string;
  readonly goal: string;
  readonly reached: boolean;
}

/** What a share of the values does not exceed: 0.99 for p99. */
export const atShare = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
};

export const median = (values: readonly number[]): number => atShare(values, 0.5);

/** How busy the machine was with something else: the share of the time in which a process was ready and had no core. */
export const waitShare = (before: number | undefined, after: number | undefined, took: number): string =>
  `without a core ${((((after ?? Number.NaN) - (before ?? Number.NaN)) / took) * 100).toFixed(0)} % of the time`;

export const kb = (bytes: number): string => `${(bytes / 1_024).toFixed(1)} KB`;
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const times = (ours: number, theirs: number): string => `${(ours / theirs).toFixed(2)}x`;

/** The figures as a Markdown table. */
export const table = (figures: readonly Figure[]): string =>
  [
    '| what | Deskbell | against, in the same run | ratio | goal | reached |',
    '| --- | --- | --- | --- | --- | --- |',
    ...figures.map((row) => `| ${row.what} | ${row.ours} | ${row.against} | ${row.ratio} | ${row.goal} | ${row.reached ? 'yes' : 'no'} |`),
  ].join('\n');
