-- What routing needs of a conversation. As with every column here, none that a message changes stands in an index or its predicate.
alter table conversations
  add priority smallint not null default 0,
  add skills jsonb not null default '{}',
  add offer_agent text,
  add offer_name text,
  add offer_until bigint,
  add snoozed_until bigint,
  add wrap_up_until bigint,
  -- Who would not have it, and until when it is not put to them again.
  add refused jsonb not null default '{}';

drop index conversations_waiting;
create index conversations_waiting on conversations (workspace, queue_id, priority desc, waiting_since, id) where phase = 'waiting';
-- How long customers waited lately.
create index conversations_accepted on conversations (workspace, queue_id, accepted_at desc) where accepted_at is not null;
create index conversations_offered on conversations (workspace, offer_agent) where offer_agent is not null;

-- An agent: what they chose, and what is known of their being there. Whoever listened was available.
alter table agents
  add name text not null default '',
  add status text not null default 'away',
  add idle boolean not null default false,
  add prep_until bigint,
  -- Since when they have nothing new: the longest idle is the next.
  add idle_since bigint not null default 0,
  -- Till when they count as there; each relay says it anew for those whose sockets it has. Null: signed out.
  add seen_until bigint;
update agents set status = 'available' where listening;
alter table agents drop column listening;
create index agents_seen on agents (seen_until) where seen_until is not null;

-- What is due. Made in the transaction that starts it; whichever relay takes it looks whether it still holds.
create table timers (
  workspace text not null,
  kind text not null,
  subject text not null,
  due bigint not null,
  -- Till when it is that relay's which took it last.
  leased_until bigint not null default 0,
  primary key (kind, workspace, subject)
);
create index timers_due on timers (due);
