import { asked } from './append-message.js';

/**
 * Saves a single message with attachments, and takes its files for the conversation; neither where one of the files is not its author's, not
 * ready, or was sent already. $1 to $9 as with a single message; $10 the files' ids, $11 what each shows. `there`: the files can be had.
 *
 * The files are locked first, so that of two messages that want the same one only one gets it.
 */
const appendAttachments = (isAuthor: string, may: string, awaiting: string, side: 'customer' | 'agent'): string => `
with wanted as materialized (
  select f.id from files f
  where f.id = any($10::uuid[]) and f.workspace = $2 and f.side = '${side}' and f.uploader = $5::text
    and f.state = 'ready' and f.conversation is null
  order by f.id for update
), counted as materialized (
  select count(*) = cardinality($10::uuid[]) as there from wanted
), numbered as (
  update conversations c set
    seq = c.seq + case when ${may} and w.there then 1 else 0 end,
    awaiting_since = case when ${may} and w.there then ${awaiting} else c.awaiting_since end,
    snoozed_until = case when not (${may} and w.there) then c.snoozed_until end
  from counted w
  where c.id = $1 and c.workspace = $2 and ${isAuthor}
  returning c.id, c.seq, c.phase, ${may} as may, w.there
), taken as (
  update files f set conversation = n.id, alt = coalesce(a.alt, f.alt)
  from unnest($10::uuid[], $11::text[]) with ordinality as a(id, alt, place), numbered n
  where f.id = a.id and n.may and n.there
  returning a.place, jsonb_strip_nulls(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size, 'type', f.type,
    'alt', nullif(f.alt, ''), 'width', f.width, 'height', f.height, 'thumbnail', f.thumbnail)) as face
), said as (
  insert into events (conversation, seq, id, at, type, by_role, by_id, by_name, body, marks, attachments)
  select n.id, n.seq, $4::uuid, $3::bigint, 'message.sent', $6::text, $5::text, $7::text, $8::text, $9::text::jsonb,
    (select jsonb_agg(t.face order by t.place) from taken t)
  from numbered n where n.may and n.there
  returning attachments
)${side === 'customer' ? asked('n.may and n.there') : ''}
select 1 as place, seq - case when may and there then 1 else 0 end as before, phase, may as ${side}_may, there,
  (select attachments from said) as attachments
from numbered`;

export const APPEND_ATTACHMENTS = {
  customer: appendAttachments(
    'c.customer = $5::text::uuid',
    `(c.phase in ('bot', 'waiting', 'active'))`,
    'coalesce(c.awaiting_since, $3::bigint)',
    'customer',
  ),
  agent: appendAttachments('c.agent_id = $5::text', `(c.phase = 'active')`, 'null', 'agent'),
} as const;
