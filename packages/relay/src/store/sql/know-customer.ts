import { CUSTOMER_COLUMNS } from './customer-columns.js';

/** The known customer, made now where there is none, with the newest name. $1 workspace, $2 a new id, $3 external id, $4 name, $5 email. */
export const KNOW_CUSTOMER = `
insert into customers (id, workspace, external_id, name, email) values ($2, $1, $3, coalesce($4, ''), $5)
on conflict (workspace, external_id) do update set name = coalesce($4, customers.name), email = coalesce($5, customers.email)
returning ${CUSTOMER_COLUMNS}`;
