-- The notes of a conversation, found without its log being read.
create index events_notes on events (conversation, at, id) where type = 'note.added';

-- A customer's earlier conversations, newest first.
create index conversations_closed_of_customer on conversations (workspace, customer, ended_at, id) where phase = 'closed';
