/**
 * Everything of a row that a decision may change. $1 id, $2 phase, $3 and $4 queue, $5 and $6 agent, $7 waiting since, $8 accepted at,
 * $9 ended at, $10 awaiting since, $11 disposition, $12 seq, $13 priority, $14 skills, $15 and $16 whom it is offered to, $17 until when,
 * $18 who refused it, $19 snoozed until, $20 the wrap-up's end, $21 assigned at, $22 the AI agent's part, $23 engagement, $24 whether it was noted,
 * $25 the survey. Who had it last stays known when nobody has it.
 */
export const UPDATE_CONVERSATION = `
update conversations set phase = $2, queue_id = $3, queue_name = $4, agent_id = $5, agent_name = $6, waiting_since = $7,
  accepted_at = $8, ended_at = $9, awaiting_since = $10, disposition = $11, seq = $12, priority = $13, skills = $14,
  offer_agent = $15, offer_name = $16, offer_until = $17, refused = $18, snoozed_until = $19, wrap_up_until = $20,
  assigned_at = $21, bot = $22, engagement = $23, noted = $24, survey = $25,
  last_agent_id = coalesce($5, last_agent_id), last_agent_name = coalesce($6, last_agent_name)
where id = $1`;
