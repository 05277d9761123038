/**
 * Who has signed out stays so. They are locked in the order of their ids, as wherever several are, so that nobody who gives something to
 * them meets this one head-on. $1 and $2 workspace and id of each, in one order; $3 until.
 */
export const SEE_AGENTS = `
with there as (
  select a.workspace, a.id from agents a join unnest($1::text[], $2::text[]) as s(workspace, id) on a.workspace = s.workspace and a.id = s.id
  where a.seen_until is not null order by a.workspace, a.id for update of a
)
update agents a set seen_until = $3 from there t where a.workspace = t.workspace and a.id = t.id`;
