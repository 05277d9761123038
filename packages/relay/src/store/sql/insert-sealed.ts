/** $1 workspace, $2 conversation, $3 form, $4 key, $5 when they go, $6 fields, $7 encapsulated keys, $8 ciphertexts. */
export const INSERT_SEALED = `
insert into sealed_values (workspace, conversation, form, field, key, enc, ct, expires_at)
select $1, $2, $3, s.field, $4, s.enc, s.ct, $5::bigint from unnest($6::text[], $7::text[], $8::text[]) as s(field, enc, ct)`;
