/** A survey that is sent. $1 the event's id, $2 workspace, $3 conversation, $4 survey, $5 kind, $6 and $7 queue, $8 at. */
export const INSERT_SURVEY = `
insert into surveys (id, workspace, conversation, survey, kind, queue_id, queue_name, sent_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`;
