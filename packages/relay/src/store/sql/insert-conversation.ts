/**
 * A new conversation, with its first events to follow. $1 id, $2 workspace, $3 site, $4 and $5 queue, $6 and $7 customer, $8 at,
 * $9 priority, $10 phase, $11 what an AI agent has to do with it, $12 how many events it has.
 */
export const INSERT_CONVERSATION = `
insert into conversations (id, workspace, site, channel, queue_id, queue_name, customer, customer_name, started_at, waiting_since,
  priority, seq, phase, bot)
values ($1, $2, $3, 'chat', $4, $5, $6, $7, $8, $8, $9, $12, $10, $11)`;
