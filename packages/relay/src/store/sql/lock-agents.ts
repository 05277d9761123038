/**
 * Locks agents till the end of the transaction, always in the same order; and always before conversations. They are read by the next
 * statement, as with conversations. $1 workspace, $2 their ids.
 */
export const LOCK_AGENTS = `select id from agents where workspace = $1 and id = any($2::text[]) order by id for update`;
