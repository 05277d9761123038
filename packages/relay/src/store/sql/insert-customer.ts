import { CUSTOMER_COLUMNS } from './customer-columns.js';

/** $1 id, $2 workspace, $3 name, $4 email, $5 external id. */
export const INSERT_CUSTOMER = `
insert into customers (id, workspace, name, email, external_id) values ($1, $2, $3, $4, $5) returning ${CUSTOMER_COLUMNS}`;
