/** The newest come first. $1 conversation, $2 the seq after the newest, $3 how many. */
export const FIND_EVENTS_BEFORE = `select * from events where conversation = $1 and seq < $2 order by seq desc limit $3`;
