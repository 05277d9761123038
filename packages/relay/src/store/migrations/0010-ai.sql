-- What models were let write, in tokens: by day since 1970 (UTC), over all relays. What is on its way is in it already.
create table ai_spent (
  workspace text not null,
  day integer not null,
  tokens bigint not null,
  primary key (workspace, day)
);
