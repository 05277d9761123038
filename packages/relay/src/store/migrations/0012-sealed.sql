-- Masked values of forms, sealed in the customer's browser for the key of that id; what opens them is not here.
create table sealed_values (
  workspace text not null,
  conversation uuid not null,
  -- The id of the `form.sent` event.
  form uuid not null,
  field text not null,
  key text not null,
  enc text not null,
  ct text not null,
  -- When they go by themselves, ms; null: never.
  expires_at bigint,
  primary key (conversation, form, field)
);
create index sealed_values_expiring on sealed_values (expires_at) where expires_at is not null;
