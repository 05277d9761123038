import { CONVERSATION } from './conversation-columns.js';

/** $1 workspace, $2 id. */
export const FIND_CONVERSATION = `${CONVERSATION} where c.workspace = $1 and c.id = $2`;
