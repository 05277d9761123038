-- The settings of a workspace as an admin saved them last, whole. Where there are none, or the file's version is higher, the file counts.
create table settings (
  workspace text primary key,
  version integer not null,
  document jsonb not null,
  changed_at bigint not null,
  changed_by text not null
);
