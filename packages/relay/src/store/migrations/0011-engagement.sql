-- How far the agent is with it, and whether a note was saved: "Completed" asks for one.
alter table conversations
  add engagement text not null default 'in-progress',
  add noted boolean not null default false;
update conversations set engagement = 'chat-finished' where ended_at is not null;
update conversations set noted = true where id in (select conversation from events where type = 'note.added');
