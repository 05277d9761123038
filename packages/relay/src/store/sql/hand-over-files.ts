/** Hands the files that an anonymous customer ($2) has not sent over to the known one ($3), as with their conversations. $1 workspace. */
export const HAND_OVER_FILES = `
update files set uploader = $3
where workspace = $1 and side = 'customer' and uploader = $2 and conversation is null
  and exists (select 1 from customers a where a.workspace = $1 and a.id = $2::uuid and a.external_id is null)`;
