-- Moments are milliseconds since 1970, as on the wire. Ids of agents, queues and sites come from the settings, so they are text.

create table customers (
  id uuid primary key,
  workspace text not null,
  name text not null,
  email text,
  external_id text,
  unique (workspace, external_id)
);

-- Every message updates its conversation's row: no index and no predicate names a column that changes then, and the pages are left
-- half empty, so that the new version of the row stays on its page (a HOT update) and no index is touched.
create table conversations (
  id uuid primary key,
  workspace text not null,
  site text not null,
  channel text not null,
  phase text not null,
  queue_id text not null,
  queue_name text not null,
  customer uuid not null references customers (id),
  customer_name text not null,
  agent_id text,
  agent_name text,
  started_at bigint not null,
  waiting_since bigint not null,
  accepted_at bigint,
  ended_at bigint,
  awaiting_since bigint,
  disposition text,
  seq integer not null,
  read_customer integer not null default 0,
  read_agent integer not null default 0
) with (fillfactor = 50);

create unique index conversations_open on conversations (workspace, customer) where phase in ('waiting', 'active');
create index conversations_waiting on conversations (workspace, queue_id, waiting_since, id) where phase = 'waiting';
create index conversations_of_agent on conversations (workspace, agent_id) where phase in ('active', 'wrapUp');
create index conversations_closed on conversations (workspace, ended_at, id) where phase = 'closed';

-- The log. For a message `body` is its text; for everything else, the rest of the event as JSON.
create table events (
  conversation uuid not null,
  seq integer not null,
  id uuid not null,
  at bigint not null,
  type text not null,
  by_role text not null,
  by_id text not null,
  by_name text not null,
  body text not null,
  primary key (conversation, seq),
  unique (conversation, id)
);

create table agents (
  workspace text not null,
  id text not null,
  listening boolean not null,
  primary key (workspace, id)
);
