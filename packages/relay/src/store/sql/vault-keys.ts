const COLUMNS = 'workspace, id, public_key as "publicKey", wrapped, made_at as "madeAt", retired_at as "retiredAt"';

/** $1 workspace; null for all. */
export const LIST_VAULT_KEYS = `
select ${COLUMNS} from vault_keys where $1::text is null or workspace = $1 order by workspace, made_at, id`;

/** $1 workspace, $2 id. */
export const FIND_VAULT_KEY = `select ${COLUMNS} from vault_keys where workspace = $1 and id = $2`;

/** $1 workspace. */
export const FIND_NEWEST_VAULT_KEY = `select ${COLUMNS} from vault_keys where workspace = $1 and retired_at is null`;

/** $1 workspace, $2 id, $3 public key, $4 wrapped, $5 at. */
export const INSERT_VAULT_KEY = `
insert into vault_keys (workspace, id, public_key, wrapped, made_at) values ($1, $2, $3, $4, $5)`;

/** The same, unless the workspace has one. */
export const INSERT_FIRST_VAULT_KEY = `${INSERT_VAULT_KEY} on conflict (workspace) where retired_at is null do nothing`;

/** $1 workspace, $2 at. */
export const RETIRE_VAULT_KEY = `update vault_keys set retired_at = $2 where workspace = $1 and retired_at is null returning id`;

/** Locks all of them till the end of the transaction. */
export const LOCK_VAULT_KEYS = `select ${COLUMNS} from vault_keys order by workspace, id for update`;

/** $1 workspace, $2 id, $3 wrapped. */
export const REWRAP_VAULT_KEY = `update vault_keys set wrapped = $3 where workspace = $1 and id = $2`;

/**
 * Drops what nothing needs: no value is sealed for it, and no form that went out with it can still be answered. Bodies are JSON for these
 * types only, so each is read by its own type. $1 workspace, $2 retired before.
 */
export const DROP_VAULT_KEYS = `
delete from vault_keys k where k.workspace = $1 and k.retired_at < $2
  and not exists (select 1 from sealed_values s where s.workspace = $1 and s.key = k.id)
  and not exists (
    select 1 from conversations c join events e on e.conversation = c.id and e.type = 'form.sent'
    where c.workspace = $1 and c.phase <> 'closed'
      and case e.type when 'form.sent' then e.body::jsonb #>> '{vault,id}' end = k.id)
returning id`;
