/** Makes an agent's row where there is none. $1 workspace, $2 id, $3 name. */
export const KNOW_AGENT = `insert into agents (workspace, id, name) values ($1, $2, $3) on conflict do nothing`;
