import { CUSTOMER_COLUMNS } from './customer-columns.js';

/** Makes the anonymous customer ($2) the one the site vouches for ($3), unless somebody has that external id already. $1 workspace, $4 name, $5 email. */
export const CLAIM_IDENTITY = `
update customers set external_id = $3, name = coalesce($4, name), email = coalesce($5, email)
where workspace = $1 and id = $2 and external_id is null
  and not exists (select 1 from customers k where k.workspace = $1 and k.external_id = $3)
returning ${CUSTOMER_COLUMNS}`;
