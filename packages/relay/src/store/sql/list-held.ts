/** $1 workspace, $2 agent. */
export const LIST_HELD = `
select id, phase from conversations
where workspace = $1 and (agent_id = $2 and phase in ('active', 'wrapUp') or offer_agent = $2)`;
