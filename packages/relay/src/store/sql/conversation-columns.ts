/** The longest last line in a row, in characters; as in the protocol's fold. */
const LAST_LINE = 140;

/** A conversation's columns, and its newest message: the log is read from its end, where a message nearly always is. */
export const CONVERSATION = `
select c.*, l.text as last_text, l.by_role as last_role, l.at as last_at, l.attachments as last_attachments
from conversations c
left join lateral (
  select left(e.body, ${String(LAST_LINE)}) as text, e.by_role, e.at, jsonb_array_length(e.attachments) as attachments
  from events e
  where e.conversation = c.id and e.type = 'message.sent' order by e.seq desc limit 1
) l on true`;
