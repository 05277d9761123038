-- A file that somebody attaches. What it holds is elsewhere: on the disk, or in an S3.
create table files (
  id uuid primary key,
  workspace text not null,
  -- Whose it is: the uploader's alone till it is sent, then the conversation's.
  side text not null,
  uploader text not null,
  name text not null,
  size bigint not null,
  alt text not null default '',
  state text not null default 'sending',
  -- Why it was refused.
  why text,
  -- Told from the bytes, once they were looked at.
  type text,
  width integer,
  height integer,
  thumbnail boolean not null default false,
  -- What the place where it is kept calls the upload.
  upload text not null default '',
  -- Till when one relay looks at it.
  leased_until bigint not null default 0,
  created_at bigint not null,
  conversation uuid
);
create index files_unsent on files (workspace, side, uploader) where conversation is null;

-- What came with a message: an array of { id, name, size, type, alt, width, height, thumbnail }. Null where nothing did, and for all that is no message.
alter table events add attachments jsonb;
