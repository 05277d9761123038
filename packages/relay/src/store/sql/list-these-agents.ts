import { AGENT } from './agent-columns.js';

/** $1 workspace, $2 their ids. */
export const LIST_THESE_AGENTS = `${AGENT} where a.workspace = $1 and a.id = any($2::text[]) order by a.id`;
