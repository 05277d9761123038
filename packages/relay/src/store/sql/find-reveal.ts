/** $1 conversation, $2 id. */
export const FIND_FORM_SENT = `select * from events where conversation = $1 and id = $2 and type = 'form.sent'`;

/** The answer to a form. Bodies are JSON for this type only, so none is read before its type. $1 conversation, $2 the form's id. */
export const FIND_FORM_ANSWERED = `
select * from events where conversation = $1 and case type when 'form.answered' then body::jsonb ->> 'form' end = $2::text
order by seq limit 1`;

/** $1 workspace. */
export const FIND_VAULT_SETTINGS = `select version, document -> 'vault' as vault from settings where workspace = $1`;

/** Nothing comes back where it is there. $1 workspace, $2 id. */
export const MARK_REVEALED = `insert into reveals (workspace, id) values ($1, $2) on conflict do nothing returning id`;

/** $1 workspace, $2 id. */
export const FIND_REVEALED = `select id from reveals where workspace = $1 and id = $2`;
