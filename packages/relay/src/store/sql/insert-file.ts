import { FILE_COLUMNS } from './file-columns.js';

/** $1 id, $2 workspace, $3 side and $4 id of the uploader, $5 name, $6 size, $7 alt, $8 at. Nothing comes back where the id is there already. */
export const INSERT_FILE = `
insert into files (id, workspace, side, uploader, name, size, alt, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (id) do nothing
returning ${FILE_COLUMNS}`;
