import { CUSTOMER_COLUMNS } from './customer-columns.js';

/** $1 workspace, $2 id. */
export const FIND_CUSTOMER = `select ${CUSTOMER_COLUMNS} from customers where workspace = $1 and id = $2`;
