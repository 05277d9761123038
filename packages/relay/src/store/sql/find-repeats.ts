/**
 * Which of some messages are in the log already. $1 conversations, $2 workspaces, $3 ids, $4 authors. `mine`: by the same author; to the
 * customer's side belongs what they wrote before they were known by another id. `party`: the author may know of the conversation.
 */
export const FIND_REPEATS = `
select e.*, c.phase,
  e.by_id = m.author or (e.by_role = 'customer' and c.customer::text = m.author) as mine,
  c.customer::text = m.author or coalesce(c.agent_id = m.author, false) as party
from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[]) as m(conversation, workspace, id, author)
join conversations c on c.id = m.conversation and c.workspace = m.workspace
join events e on e.conversation = m.conversation and e.id = m.id`;
