/** Saves what is newer than what is there; gives a row where it was. $1 workspace, $2 version, $3 document, $4 at, $5 an agent's id. */
export const SAVE_SETTINGS = `
insert into settings (workspace, version, document, changed_at, changed_by) values ($1, $2, $3, $4, $5)
on conflict (workspace) do update set
  version = excluded.version, document = excluded.document, changed_at = excluded.changed_at, changed_by = excluded.changed_by
where settings.version < excluded.version
returning version`;
