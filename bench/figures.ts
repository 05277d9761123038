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

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
};

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
