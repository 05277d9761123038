/** Takes what is due for a while; what another relay is taking at this moment is left to it. $1 now, $2 the lease's end, $3 limit. */
export const TAKE_DUE = `
update timers t set leased_until = $2
from (select kind, workspace, subject from timers where due <= $1 and leased_until <= $1 order by due limit $3 for update skip locked) d
where t.kind = d.kind and t.workspace = d.workspace and t.subject = d.subject
returning t.workspace, t.kind, t.subject, t.due`;

/** $1 workspace, $2 kind, $3 subject, $4 when it was due: one that was set anew is due at another time. */
export const END_TIMER = `delete from timers where workspace = $1 and kind = $2 and subject = $3 and due = $4`;

export const NEXT_DUE = `select min(due) as due from timers`;
