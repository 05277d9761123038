/** $1 workspace, $2 queue, $3 limit. */
export const LIST_WAITS = `
select accepted_at as at, greatest(accepted_at - waiting_since, 0) as waited from conversations
where workspace = $1 and queue_id = $2 and accepted_at is not null order by accepted_at desc limit $3`;

/** $1 workspace. */
export const COUNT_WAITING = `
select queue_id as queue, count(*)::int as count from conversations where workspace = $1 and phase = 'waiting' group by queue_id`;
