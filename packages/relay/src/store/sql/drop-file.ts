/** $1 workspace, $2 id. */
export const DROP_FILE = `delete from files where workspace = $1 and id = $2 and state = 'gone'`;
