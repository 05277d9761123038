/**
 * Nobody else appends to a workspace's trail till the end of the transaction. The head is read by the next statement: this one, having
 * waited, would still see the trail as it was before. $1 workspace.
 */
export const LOCK_AUDIT = `select pg_advisory_xact_lock(4021978, hashtext($1))`;

/** $1 workspace. */
export const FIND_AUDIT_HEAD = `select n, hash from audit where workspace = $1 order by n desc limit 1`;

/** $1 workspace, $2 n, $3 line, $4 hash, $5 conversation. */
export const APPEND_AUDIT = `insert into audit (workspace, n, line, hash, conversation) values ($1, $2, $3, $4, $5)`;
