/** Who has signed out stays so. $1 and $2 workspace and id of each, in one order; $3 until. */
export const SEE_AGENTS = `
update agents a set seen_until = $3 from unnest($1::text[], $2::text[]) as s(workspace, id)
where a.workspace = s.workspace and a.id = s.id and a.seen_until is not null`;
