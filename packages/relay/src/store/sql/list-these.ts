import { CONVERSATION } from './conversation-columns.js';

/** $1 workspace, $2 ids. */
export const LIST_THESE = `${CONVERSATION} where c.workspace = $1 and c.id = any($2::uuid[])`;
