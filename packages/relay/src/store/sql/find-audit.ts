// A page begins at a place of the primary key and is cut off where the workspace ends: with `workspace = $1` a planner that has not looked
// at the table lately takes its lines for few, and sorts all of them for every page.

/** $1 workspace, $2 the line before the first, $3 limit. */
const page = (is: '<' | '>', direction: 'asc' | 'desc'): string => `
select n, line, hash from (
  select workspace, n, line, hash from audit where (workspace, n) ${is} ($1::text, $2::bigint)
  order by workspace ${direction}, n ${direction} limit $3
) page where workspace = $1 order by n ${direction}`;

/** The same, $4 conversation. */
const pageOfOne = (is: '<' | '>', direction: 'asc' | 'desc'): string => `
select n, line, hash from audit where workspace = $1 and n ${is} $2 and conversation = $4 order by n ${direction} limit $3`;

/** Lines in an order; those of one conversation by the second of each pair. */
export const FIND_AUDIT = {
  oldest: [page('>', 'asc'), pageOfOne('>', 'asc')],
  newest: [page('<', 'desc'), pageOfOne('<', 'desc')],
} as const;

/** The workspaces that have a trail. */
export const LIST_AUDITED = `select workspace from audit where n = 1 order by workspace`;
