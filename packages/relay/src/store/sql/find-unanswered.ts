/** Whoever has just got a conversation has not kept its customer waiting. $1 workspace, $2 since. */
export const FIND_UNANSWERED = `
select id, agent_id as agent from conversations
where workspace = $1 and phase = 'active' and agent_id is not null and snoozed_until is null and awaiting_since <= $2 and assigned_at <= $2`;
