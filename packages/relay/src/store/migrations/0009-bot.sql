-- What the relay has to do with an AI agent for a conversation; null where there is none. As with every column here, no message changes it.
alter table conversations add bot jsonb;

-- With an AI agent it is open as well: a customer has one conversation at a time.
drop index conversations_open;
create unique index conversations_open on conversations (workspace, customer) where phase in ('bot', 'waiting', 'active');
