import { CUSTOMER_COLUMNS } from './customer-columns.js';

/** What a customer said of themselves; null leaves what is there. $1 workspace, $2 id, $3 name, $4 email. */
export const INTRODUCE_CUSTOMER = `
update customers set name = coalesce($3, name), email = coalesce($4, email) where workspace = $1 and id = $2
returning ${CUSTOMER_COLUMNS}`;
