/** What agents wrote about a customer, newest first, a page at a time. $1 workspace, $2 customer, $3 and $4 the last of the page before or null, $5 limit. */
export const FIND_NOTES = `
select e.* from conversations c join events e on e.conversation = c.id and e.type = 'note.added'
where c.workspace = $1 and c.customer = $2 and ($3::bigint is null or (e.at, e.id) < ($3, $4::uuid))
order by e.at desc, e.id desc
limit $5`;
