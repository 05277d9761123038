/** $1 workspace, $2 agent, $3 whether they listen. */
export const SET_LISTENING = `
insert into agents (workspace, id, listening) values ($1, $2, $3)
on conflict (workspace, id) do update set listening = excluded.listening`;
