-- Co-browse sessions: who asked, how far it is. What was shown never comes here; who was where stands in the audit trail.
create table cobrowse (
  id uuid primary key,
  workspace text not null,
  state text not null,
  -- `chat` or `code`.
  begun_by text not null,
  agent_id text not null,
  agent_name text not null,
  -- The chat that it belongs to; null: to none.
  conversation uuid,
  -- The key of the site on which it was allowed, or the code typed.
  site text,
  -- An HMAC of the code under a secret that is not here; null once it was used.
  code text,
  code_until bigint,
  begun_at bigint not null,
  -- When each side was last known to be there.
  agent_seen bigint not null,
  customer_seen bigint not null,
  ended_at bigint,
  ended_why text,
  -- The id of the event that tells of its end, whoever ends it.
  end_event uuid not null
);
-- Two codes that are good at the same moment are different, and a chat has one session at a time.
create unique index cobrowse_codes on cobrowse (workspace, code) where state = 'code';
create unique index cobrowse_of_conversation on cobrowse (conversation) where conversation is not null and state <> 'ended';
create index cobrowse_of_agent on cobrowse (workspace, agent_id) where state <> 'ended';

-- What sockets are opened with: each goes when it is used.
create table cobrowse_passes (
  -- SHA-256 of it.
  hash text primary key,
  session uuid not null references cobrowse (id) on delete cascade,
  side text not null,
  until bigint not null
);
create index cobrowse_passes_of_session on cobrowse_passes (session);
create index cobrowse_passes_until on cobrowse_passes (until);

-- How many wrong codes came, by whom they count for: an address (an HMAC of it), a site, the workspace.
create table cobrowse_tries (
  workspace text not null,
  scope text not null,
  key text not null,
  wrong double precision not null,
  at bigint not null,
  primary key (workspace, scope, key)
);
create index cobrowse_tries_at on cobrowse_tries (at);
