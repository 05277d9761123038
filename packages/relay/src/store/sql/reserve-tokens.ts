/** Nothing comes back where it would be too much. $1 workspace, $2 day, $3 tokens, $4 budget. */
export const RESERVE_TOKENS = `
insert into ai_spent (workspace, day, tokens) select $1, $2, $3::bigint where $3::bigint <= $4::bigint
on conflict (workspace, day) do update set tokens = ai_spent.tokens + excluded.tokens
  where ai_spent.tokens + excluded.tokens <= $4::bigint
returning tokens`;

/** $1 workspace, $2 day, $3 tokens. */
export const RETURN_TOKENS = `update ai_spent set tokens = greatest(0, tokens - $3) where workspace = $1 and day = $2`;
