-- Which forms of a conversation were answered, by the ids of their `form.sent` and `form.answered`: each once, whoever sends at the same moment.
create table form_answers (
  conversation uuid not null,
  form uuid not null,
  answer uuid not null,
  primary key (conversation, form)
);
