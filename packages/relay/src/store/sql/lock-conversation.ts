/**
 * Locks a conversation till the end of the transaction. It is read by the next statement: this one, having waited, would still see the
 * log as it was before. $1 workspace, $2 id.
 */
export const LOCK_CONVERSATION = `select id from conversations where workspace = $1 and id = $2 for update`;
