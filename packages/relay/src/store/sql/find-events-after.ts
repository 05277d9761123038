/** Ascending. $1 conversation, $2 the seq before the first, $3 how many. */
export const FIND_EVENTS_AFTER = `select * from events where conversation = $1 and seq > $2 order by seq limit $3`;
