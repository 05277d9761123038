import { CONVERSATION } from './conversation-columns.js';

const WORDS = `exists (select 1 from archive a where a.conversation = c.id and (a.customer_name || E'\\n' || a.words) ilike $5)`;

const findClosed = (condition: string): string => `${CONVERSATION}
where c.workspace = $1 and c.phase = 'closed' and ($2::bigint is null or (c.ended_at, c.id) < ($2, $3::uuid)) ${condition}
order by c.ended_at desc, c.id desc
limit $4`;

/** The closed conversations of a workspace, newest first, a page at a time. $1 workspace, $2 and $3 the last of the page before or null, $4 limit. */
export const FIND_CLOSED = findClosed('');

/** The same, of those whose customer's name or any message is like $5. */
export const SEARCH_CLOSED = findClosed(`and ${WORDS}`);

/** The same, of one customer ($5). */
export const CLOSED_OF_CUSTOMER = findClosed('and c.customer = $5');

/** What contains a text, whatever the case, and whatever the text means to LIKE. */
export const containing = (search: string): string => `%${search.replace(/[\\%_]/g, '\\$&')}%`;
