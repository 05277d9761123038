import { CONVERSATION } from './conversation-columns.js';

/** The one conversation of a customer that people still write in. $1 workspace, $2 customer. */
export const FIND_OPEN_CONVERSATION = `${CONVERSATION} where c.workspace = $1 and c.customer = $2 and c.phase in ('bot', 'waiting', 'active')`;
