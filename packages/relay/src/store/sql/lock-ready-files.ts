import { FILE_COLUMNS } from './file-columns.js';

/** Files ($1) that a customer ($3) of a workspace ($2) may send, locked till the end of the transaction in the order of their ids. */
export const LOCK_READY_FILES = `
select ${FILE_COLUMNS} from files
where id = any($1::uuid[]) and workspace = $2 and side = 'customer' and uploader = $3 and state = 'ready' and conversation is null
order by id for update`;
