/** Sealed values whose time was up at $1, at most $2 of them; what another relay erases at this moment is left to it. */
export const ERASE_EXPIRED = `
delete from sealed_values where (conversation, form, field) in (
  select conversation, form, field from sealed_values where expires_at <= $1
  order by expires_at limit $2 for update skip locked
) returning 1 as erased`;
