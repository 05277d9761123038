/** Writes a customer's ($2) name ($3) into their conversations, and to where closed ones are searched. $1 workspace. */
export const RENAME_CUSTOMER = `
with renamed as (
  update conversations set customer_name = $3 where workspace = $1 and customer = $2 and customer_name <> $3 returning id
), all_of_them as (
  select id from renamed union select id from conversations where workspace = $1 and customer = $2 and phase = 'closed'
)
update archive a set customer_name = $3 from all_of_them t where a.conversation = t.id and a.customer_name <> $3`;
