/** $1 workspace, $2 kind, $3 subject, $4 due. */
export const SET_TIMER = `
insert into timers (workspace, kind, subject, due) values ($1, $2, $3, $4)
on conflict (kind, workspace, subject) do update set due = excluded.due, leased_until = 0`;

/** $1 workspace, $2 kinds, $3 subject. */
export const DROP_TIMERS = `delete from timers where workspace = $1 and kind = any($2::text[]) and subject = $3`;
