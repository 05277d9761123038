-- What was said in closed conversations, where it is searched. It is written when a conversation is closed, so that an index over every
-- word costs nothing while people write.
create table archive (
  conversation uuid primary key references conversations (id),
  customer_name text not null,
  words text not null
);

insert into archive (conversation, customer_name, words)
select c.id, c.customer_name, coalesce((
  select string_agg(e.body, E'\n' order by e.seq) from events e where e.conversation = c.id and e.type = 'message.sent'), '')
from conversations c where c.phase = 'closed';

-- Where the extension is not to be had, the search works all the same, and reads everything.
do $$ begin
  create extension if not exists pg_trgm;
  create index archive_words on archive using gin ((customer_name || E'\n' || words) gin_trgm_ops);
exception when feature_not_supported or insufficient_privilege or undefined_file or undefined_object then
  raise notice 'pg_trgm is not there: closed conversations are searched without an index';
end $$;

-- A customer's earlier conversations.
create index conversations_of_customer on conversations (workspace, customer);
