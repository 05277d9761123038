/** Makes the anonymous customer ($2) the one the site vouches for ($3), unless somebody has that external id already. */
export const CLAIM_IDENTITY = `
update customers set external_id = $3, name = coalesce($4, name), email = coalesce($5, email)
where workspace = $1 and id = $2 and external_id is null
  and not exists (select 1 from customers k where k.workspace = $1 and k.external_id = $3)
returning id, workspace, name, email, external_id`;

/** The known customer, made now where there is none, with the newest name. $1 workspace, $2 a new id, $3 external id, $4 name, $5 email. */
export const KNOW_CUSTOMER = `
insert into customers (id, workspace, external_id, name, email) values ($2, $1, $3, coalesce($4, ''), $5)
on conflict (workspace, external_id) do update set name = coalesce($4, customers.name), email = coalesce($5, customers.email)
returning id, workspace, name, email, external_id`;

/** Hands the anonymous one's ($2) conversations over to the known one ($3, called $4); an open one only where they have none open. */
export const HAND_OVER = `
update conversations set customer = $3, customer_name = $4
where workspace = $1 and customer = $2
  and (phase not in ('waiting', 'active')
    or not exists (select 1 from conversations o where o.workspace = $1 and o.customer = $3 and o.phase in ('waiting', 'active')))`;
