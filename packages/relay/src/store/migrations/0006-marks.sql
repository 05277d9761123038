-- What is marked in a message: an array of { mark, from, to, href }. Null for plain text, and for all that is no message.
alter table events add marks jsonb;
