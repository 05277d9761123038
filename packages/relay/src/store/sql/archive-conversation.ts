/** Puts what was said, and the names of what was attached, to where closed conversations are searched, once they are closed: while people write, no such index slows them. $1 conversation. */
export const ARCHIVE_CONVERSATION = `
insert into archive (conversation, customer_name, words)
select c.id, c.customer_name, coalesce((
  select string_agg(e.body || coalesce((select string_agg(E'\\n' || (a ->> 'name'), '') from jsonb_array_elements(e.attachments) a), ''),
    E'\\n' order by e.seq) from events e where e.conversation = c.id and e.type = 'message.sent'), '')
from conversations c where c.id = $1
on conflict (conversation) do nothing`;
