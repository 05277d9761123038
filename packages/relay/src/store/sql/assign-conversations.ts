/**
 * Gives conversations to agents, each with the event that tells of it; offers with their time-out. $1 workspace, $2 at. One entry each:
 * $3 conversation, $4 and $5 agent, $6 until (null: accepted at once), $7 the event's id, $8 its body, $9 the author's role, $10 id and $11 name;
 * $12 whether a summary is due with it.
 */
export const ASSIGN_CONVERSATIONS = `
with given as (
  select * from unnest($3::uuid[], $4::text[], $5::text[], $6::bigint[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[],
      $12::boolean[])
    as g(id, agent, name, until, event, body, role, author, author_name, summarised)
), updated as (
  update conversations c set
    seq = c.seq + 1,
    phase = case when g.until is null then 'active' else 'waiting' end,
    agent_id = case when g.until is null then g.agent end,
    agent_name = case when g.until is null then g.name end,
    last_agent_id = case when g.until is null then g.agent else c.last_agent_id end,
    last_agent_name = case when g.until is null then g.name else c.last_agent_name end,
    accepted_at = case when g.until is null then $2::bigint end,
    assigned_at = case when g.until is null then $2::bigint end,
    offer_agent = case when g.until is not null then g.agent end,
    offer_name = case when g.until is not null then g.name end,
    offer_until = g.until
  from given g where c.id = g.id and c.workspace = $1
  returning c.id, c.seq, g.until, g.event, g.body, g.role, g.author, g.author_name, g.summarised
), timed as (
  insert into timers (workspace, kind, subject, due)
  select $1, 'offer', u.id::text, u.until from updated u where u.until is not null
  union all
  select $1, 'summary', u.id::text, $2::bigint from updated u where u.until is null and u.summarised
  on conflict (kind, workspace, subject) do update set due = excluded.due, leased_until = 0
), waited as (
  delete from timers t using updated u where u.until is null and t.workspace = $1 and t.kind = 'wait' and t.subject = u.id::text
)
insert into events (conversation, seq, id, at, type, by_role, by_id, by_name, body)
select u.id, u.seq, u.event, $2::bigint, case when u.until is null then 'conversation.accepted' else 'offer.made' end,
  u.role, u.author, u.author_name, u.body
from updated u
returning *`;
