/** $1 workspace, $2 agent. */
export const FIND_LISTENING = `select listening from agents where workspace = $1 and id = $2`;
