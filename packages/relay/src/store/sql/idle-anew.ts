/** Whoever got something has been idle since then at the earliest. $1 workspace, $2 agents, $3 at. */
export const IDLE_ANEW = `update agents set idle_since = greatest(idle_since, $3) where workspace = $1 and id = any($2::text[])`;
