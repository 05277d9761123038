import { AGENT } from './agent-columns.js';

/** $1 workspace. */
export const LIST_AGENTS = `${AGENT} where a.workspace = $1 order by a.id`;
