/** What somebody answers, once. $1 the id of what was sent, $2 conversation, $3 score, $4 comment, $5 and $6 agent, $7 at. */
export const ANSWER_SURVEY = `
update surveys set score = $3, comment = $4, agent_id = $5, agent_name = $6, answered_at = $7
where id = $1 and conversation = $2 and answered_at is null`;
