/** The customer, locked till the end of the transaction. $1 workspace, $2 id. */
export const LOCK_CUSTOMER = `
select (erased_at is not null and name = '' and email is null and external_id is null) as "isGone"
from customers where workspace = $1 and id = $2 for update`;

/** $1 workspace, $2 customer. */
export const LIST_CONVERSATIONS_OF = `select id from conversations where workspace = $1 and customer = $2`;

/** $1 workspace, $2 id, $3 at. */
export const ERASE_CUSTOMER = `
update customers set name = '', email = null, external_id = null, erased_at = $3 where workspace = $1 and id = $2`;

/** Their name as an author. Gives a row for each event that had it. $1 conversations. */
export const ERASE_AUTHOR = `
update events set by_name = '' where conversation = any($1::uuid[]) and by_role = 'customer' and by_name <> '' returning seq`;

/**
 * What they said of themselves before the chat, and what they filled into forms in the open. Gives a row for each event that had any. Bodies
 * are JSON for these types only, so each is read by its own type. $1 conversations.
 */
export const ERASE_SAID = `
with erased as (
  select conversation, seq, case type
    when 'conversation.started' then (jsonb_set(body::jsonb - 'email' - 'answers' - 'page', '{customer,name}', '""'))::text
    when 'form.answered' then (body::jsonb || '{"values": {}}')::text
  end as body
  from events where conversation = any($1::uuid[]) and type in ('conversation.started', 'form.answered')
)
update events e set body = n.body from erased n where e.conversation = n.conversation and e.seq = n.seq and e.body <> n.body
returning e.seq`;
