/** $1 workspace, $2 id. */
export const FIND_COBROWSE = `select * from cobrowse where workspace = $1 and id = $2`;

/** Locked till the end of the transaction. $1 workspace, $2 id. */
export const LOCK_COBROWSE = `select * from cobrowse where workspace = $1 and id = $2 for update`;

/** The one of a chat that has not ended, locked till the end of the transaction. $1 conversation. */
export const LOCK_COBROWSE_OF = `select * from cobrowse where conversation = $1 and state <> 'ended' for update`;

/** $1 workspace, $2 agent, or null for all. */
export const LIST_LIVE_COBROWSE = `
select * from cobrowse where workspace = $1 and agent_id = coalesce($2, agent_id) and state <> 'ended' order by begun_at desc, id desc`;

/** $1 conversation, $2 workspace, $3 agent. */
export const COUNT_LIVE_COBROWSE = `
select
  exists (select 1 from cobrowse where conversation = $1 and state <> 'ended') as "isTaken",
  (select count(*)::int from cobrowse where workspace = $2 and agent_id = $3 and state <> 'ended') as alive`;

export const COUNT_COBROWSE = `select state, count(*)::int as count from cobrowse where state <> 'ended' group by state`;

/** Nothing where the id is used. $1 id, $2 workspace, $3 state, $4 by, $5 agent's id, $6 name, $7 conversation, $8 site, $9 code, $10 until, $11 at, $12 end event. */
export const INSERT_COBROWSE = `
insert into cobrowse (
  id, workspace, state, begun_by, agent_id, agent_name, conversation, site, code, code_until, begun_at, agent_seen, customer_seen, end_event
) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $11, $12)
on conflict (id) do nothing
returning *`;

/** $1 id, $2 state, $3 agent seen, $4 customer seen, $5 ended at, $6 why. */
export const UPDATE_COBROWSE = `
update cobrowse set
  state = $2, agent_seen = $3, customer_seen = $4, ended_at = $5, ended_why = $6,
  code = case when $2 = 'code' then code end
where id = $1`;

/**
 * One statement looks for a code and uses it up: of two at the same moment one has it, and there is nothing by which a wrong one, a used one and
 * one whose time is up could be told apart. What is compared are HMACs, of which nobody outside knows a single bit. $1 workspace, $2 hash, $3
 * site, $4 at.
 */
export const REDEEM_CODE = `
update cobrowse set state = 'asked', code = null, site = $3, agent_seen = $4, customer_seen = $4
where workspace = $1 and code = $2 and state = 'code' and code_until > $4
returning *`;

/** $1 sessions, $2 at. */
export const SEE_COBROWSE = {
  agent: `update cobrowse set agent_seen = $2 where id = any($1::uuid[]) and state <> 'ended' and agent_seen < $2`,
  customer: `update cobrowse set customer_seen = $2 where id = any($1::uuid[]) and state <> 'ended' and customer_seen < $2`,
} as const;

/** $1 workspace, $2 id. */
export const FORGET_COBROWSE = `delete from cobrowse where workspace = $1 and id = $2 and state = 'ended'`;
