-- Where a conversation's survey stands (`planned`, `sent`, `answered`), and the last agent who had it, to whom scores belong: `agent_id` goes
-- when it waits again.
alter table conversations
  add survey text,
  add last_agent_id text,
  add last_agent_name text;
update conversations set last_agent_id = agent_id, last_agent_name = agent_name where agent_id is not null;

-- The surveys that were sent, with what came of each: one a conversation, answered once. What they said is in the log.
create table surveys (
  -- Of the `survey.sent` event.
  id uuid primary key,
  workspace text not null,
  conversation uuid not null unique references conversations (id),
  survey text not null,
  kind text not null,
  queue_id text not null,
  queue_name text not null,
  sent_at bigint not null,
  -- To whom the score belongs; null: to nobody but the conversation.
  agent_id text,
  agent_name text,
  score smallint,
  comment text,
  answered_at bigint
);
create index surveys_answered on surveys (workspace, survey, answered_at, id) where answered_at is not null;

-- How many ends of conversations each survey has seen that goes to every nth.
create table survey_counts (
  workspace text not null,
  survey text not null,
  ends bigint not null,
  primary key (workspace, survey)
);
