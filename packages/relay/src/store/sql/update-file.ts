import { FILE_COLUMNS } from './file-columns.js';

/**
 * A file that was not sent and stands as it was read: $1 workspace, $2 id, $3 state, $4 lease. What it gets: $5 name, $6 state, $7 why,
 * $8 type, $9 width, $10 height, $11 whether there is a thumbnail, $12 lease,
 * $13 upload.
 */
export const UPDATE_FILE = `
update files set name = $5, state = $6, why = $7, type = $8, width = $9, height = $10, thumbnail = $11, leased_until = $12, upload = $13
where workspace = $1 and id = $2 and state = $3 and leased_until = $4 and conversation is null
returning ${FILE_COLUMNS}`;
