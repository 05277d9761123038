/**
 * Hands an anonymous customer's ($2) conversations over to the known one ($3, called $4); an open one only where they have none open.
 * Nothing where somebody else is signed in behind $2: they keep what is theirs. $1 workspace.
 */
export const HAND_OVER_CONVERSATIONS = `
update conversations set customer = $3, customer_name = $4
where workspace = $1 and customer = $2
  and exists (select 1 from customers a where a.workspace = $1 and a.id = $2 and a.external_id is null)
  and (phase not in ('bot', 'waiting', 'active')
    or not exists (select 1 from conversations o where o.workspace = $1 and o.customer = $3 and o.phase in ('bot', 'waiting', 'active')))`;
