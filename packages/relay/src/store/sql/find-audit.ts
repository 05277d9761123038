/** $1 workspace, $2 the line before the first, $3 limit. */
const OLDEST = `select n, line, hash from audit where workspace = $1 and n > $2`;
const NEWEST = `select n, line, hash from audit where workspace = $1 and n < $2`;
const OF_CONVERSATION = ` and conversation = $4`;

/** Lines in an order; those of one conversation by the second of each pair. */
export const FIND_AUDIT = {
  oldest: [`${OLDEST} order by n limit $3`, `${OLDEST}${OF_CONVERSATION} order by n limit $3`],
  newest: [`${NEWEST} order by n desc limit $3`, `${NEWEST}${OF_CONVERSATION} order by n desc limit $3`],
} as const;

/** The workspaces that have a trail. */
export const LIST_AUDITED = `select workspace from audit where n = 1 order by workspace`;
