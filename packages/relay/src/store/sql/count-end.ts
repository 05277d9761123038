/** Counts an end for a survey that goes to every nth; the row is locked till the transaction is over, so that no relay counts the same twice. $1 workspace, $2 survey. */
export const COUNT_END = `
insert into survey_counts (workspace, survey, ends) values ($1, $2, 1)
on conflict (workspace, survey) do update set ends = survey_counts.ends + 1
returning ends`;
