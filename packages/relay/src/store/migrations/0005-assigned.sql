-- Since when its agent has it; `accepted_at` is the end of the wait, and stays when one agent hands it on to another.
alter table conversations add assigned_at bigint;
update conversations set assigned_at = accepted_at where accepted_at is not null;
