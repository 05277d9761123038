import { CONVERSATION } from './conversation-columns.js';

/** What an agent's tray shows: what waits in the queues ($2, at most $4, the first at its turn first), and what is the agent's ($3) and not closed. */
export const FIND_TRAY = `
(${CONVERSATION}
 where c.workspace = $1 and c.phase = 'waiting' and c.queue_id = any($2::text[]) order by c.priority desc, c.waiting_since, c.id limit $4)
union all
(${CONVERSATION}
 where c.workspace = $1 and c.phase in ('active', 'wrapUp') and c.agent_id = $3 order by c.assigned_at, c.id)`;
