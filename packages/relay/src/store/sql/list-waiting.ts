/** In the order of the turns. $1 workspace, $2 queue. */
export const LIST_WAITING = `
select id from conversations where workspace = $1 and queue_id = $2 and phase = 'waiting' order by priority desc, waiting_since, id`;
