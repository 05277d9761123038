import { FILE_COLUMNS } from './file-columns.js';

/** $1 workspace, $2 id. */
export const FIND_FILE = `select ${FILE_COLUMNS} from files where workspace = $1 and id = $2`;
