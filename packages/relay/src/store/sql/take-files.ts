/** Takes locked files for a conversation ($1). $2 their ids, $3 what each shows, or null for what is known. */
export const TAKE_FILES = `
update files f set conversation = $1, alt = coalesce(a.alt, f.alt)
from unnest($2::uuid[], $3::text[]) as a(id, alt)
where f.id = a.id`;
