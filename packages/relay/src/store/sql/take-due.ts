/**
 * Takes what is due for a while; what another relay is taking at this moment is left to it. Looked for by itself, since the planner may
 * otherwise look again for every row, and take more than the limit. $1 now, $2 the lease's end, $3 limit.
 */
export const TAKE_DUE = `
with found as materialized (
  select kind, workspace, subject from timers where due <= $1 and leased_until <= $1 order by due limit $3 for update skip locked
)
update timers t set leased_until = $2
from found f where t.kind = f.kind and t.workspace = f.workspace and t.subject = f.subject
returning t.workspace, t.kind, t.subject, t.due, t.leased_until as lease`;

/** Only what is still taken: one that was set anew is not. $1 workspace, $2 kind, $3 subject, $4 the end of its lease. */
export const END_TIMER = `delete from timers where workspace = $1 and kind = $2 and subject = $3 and leased_until = $4`;

export const NEXT_DUE = `select min(due) as due from timers`;
