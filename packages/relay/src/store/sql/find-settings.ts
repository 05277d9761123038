/** What was saved last. $1 workspace. */
export const FIND_SETTINGS = `
select workspace, version, document, changed_at as "changedAt", changed_by as "changedBy" from settings where workspace = $1`;
