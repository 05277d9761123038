/** $1 workspace, $2 side and $3 id of the uploader. */
export const COUNT_UNSENT_FILES = `
select count(*)::int as count from files
where workspace = $1 and side = $2 and uploader = $3 and conversation is null and state <> 'gone'`;
