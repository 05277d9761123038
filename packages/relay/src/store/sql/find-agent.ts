import { AGENT } from './agent-columns.js';

/** $1 workspace, $2 agent. */
export const FIND_AGENT = `${AGENT} where a.workspace = $1 and a.id = $2`;
