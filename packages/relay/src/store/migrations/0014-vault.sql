-- What customers' browsers seal for, and what opens it: the private key is wrapped with the relay's master key, which is not here.
create table vault_keys (
  workspace text not null,
  id text not null,
  public_key text not null,
  wrapped text not null,
  made_at bigint not null,
  -- Since when nothing new is sealed for it; what was sealed for it is opened by it still.
  retired_at bigint,
  primary key (workspace, id)
);
create unique index vault_keys_current on vault_keys (workspace) where retired_at is null;

-- Every reveal that was recorded: none is had twice.
create table reveals (
  workspace text not null,
  id uuid not null,
  primary key (workspace, id)
);

-- The audit trail: of each workspace 1, 2, 3 ..., each line as the text that was hashed together with the hash before it.
create table audit (
  workspace text not null,
  n bigint not null,
  line text not null,
  hash text not null,
  conversation uuid,
  primary key (workspace, n)
);
create index audit_of_conversation on audit (workspace, conversation, n) where conversation is not null;

create function refuse_to_change_the_audit_trail() returns trigger language plpgsql as $$ begin
  raise exception 'the audit trail is added to, and nothing else' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_lines_stay before update or delete on audit for each row execute function refuse_to_change_the_audit_trail();
create trigger audit_stays before truncate on audit for each statement execute function refuse_to_change_the_audit_trail();

-- When what is known of somebody was erased last.
alter table customers add erased_at bigint;
