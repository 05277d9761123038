const COLUMNS = 'conversation, form, field, key, enc, ct, expires_at as "expiresAt"';

/** $1 workspace, $2 conversation, $3 form. */
export const FIND_SEALED = `
select ${COLUMNS} from sealed_values where workspace = $1 and conversation = $2 and form = $3`;

/** What is sealed for another key. $1 workspace, $2 key, $3 to $5 the place before the first, $6 limit. */
export const FIND_SEALED_FOR_OTHERS = `
select ${COLUMNS} from sealed_values
where workspace = $1 and key <> $2 and (conversation, form, field) > ($3::uuid, $4::uuid, $5::text)
order by conversation, form, field limit $6`;

/** $1 workspace, $2 conversation, $3 form, $4 field, $5 key and $6 ciphertext as they were read, $7 key, $8 encapsulated key, $9 ciphertext. */
export const RESEAL_VALUE = `
update sealed_values set key = $7, enc = $8, ct = $9
where workspace = $1 and conversation = $2 and form = $3 and field = $4 and key = $5 and ct = $6
returning field`;

/** $1 workspace, $2 conversations. */
export const ERASE_SEALED = `delete from sealed_values where workspace = $1 and conversation = any($2::uuid[]) returning field`;
