/** Nobody else looks at a code of that workspace till the end of the transaction; what counts is read by the next statement. $1 workspace. */
export const LOCK_TRIES = `select pg_advisory_xact_lock(4021979, hashtext($1))`;

/** $1 workspace, $2 address, $3 site. */
export const FIND_TRIES = `
select scope, wrong, at from cobrowse_tries
where workspace = $1 and (scope, key) in (('address', $2), ('site', $3), ('workspace', ''), ('fresh', ''))`;

/** $1 workspace, $2 scope, $3 key, $4 wrong, $5 at. */
export const SAVE_TRIES = `
insert into cobrowse_tries (workspace, scope, key, wrong, at) values ($1, $2, $3, $4, $5)
on conflict (workspace, scope, key) do update set wrong = excluded.wrong, at = excluded.at`;

/** $1 workspace, $2 before. */
export const DROP_OLD_TRIES = `delete from cobrowse_tries where at < $2 and workspace = $1`;
