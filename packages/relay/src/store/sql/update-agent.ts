/** $1 workspace, $2 id, $3 name, $4 status, $5 idle, $6 prep until, $7 idle since, $8 seen until. */
export const UPDATE_AGENT = `
update agents set name = $3, status = $4, idle = $5, prep_until = $6, idle_since = $7, seen_until = $8 where workspace = $1 and id = $2`;
