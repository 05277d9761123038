import { CONVERSATION } from './conversation-columns.js';

/** The closed conversations of a workspace, newest first, a page at a time. $1 workspace, $2 pattern or null, $3 and $4 the last of the page before, $5 limit. */
export const FIND_CLOSED = `${CONVERSATION}
where c.workspace = $1 and c.phase = 'closed'
  and ($2::text is null or c.customer_name ilike $2 or exists (
    select 1 from events e where e.conversation = c.id and e.type = 'message.sent' and e.body ilike $2))
  and ($3::bigint is null or (c.ended_at, c.id) < ($3, $4::uuid))
order by c.ended_at desc, c.id desc
limit $5`;

/** What contains a text, whatever the case, and whatever the text means to LIKE. */
export const containing = (search: string): string | null => (search === '' ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`);
