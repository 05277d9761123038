/** One event of a log. $1 conversation, $2 seq, $3 id, $4 at, $5 type, $6 role, $7 id and $8 name of the author, $9 body, $10 marks as JSON. */
export const INSERT_EVENT = `
insert into events (conversation, seq, id, at, type, by_role, by_id, by_name, body, marks)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
