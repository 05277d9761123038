/** $1 conversation, $2 id. */
export const FIND_EVENT = `select * from events where conversation = $1 and id = $2`;
