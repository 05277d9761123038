// What a customer says to an AI agent is to be answered; where that is due already, it is answered with it.
export const asked = (isSaid: string): string => `, asked as (
  insert into timers (workspace, kind, subject, due)
  select $2::text, 'bot', n.id::text, $3::bigint from numbered n where ${isSaid} and n.phase = 'bot'
  on conflict (kind, workspace, subject) do nothing
)`;

/**
 * The same for a single message, in half the time: the usual case wherever people do not write all at once, and then a round trip is
 * what they wait for. $1 conversation, $2 workspace, $3 at, $4 id, $5 author's id, $6 role, $7 name, $8 text, $9 marks as JSON. What comes back is as with
 * a batch.
 */
const appendMessage = (isAuthor: string, may: string, awaiting: string, side: 'customer' | 'agent'): string => `
with numbered as (
  update conversations c set
    seq = c.seq + case when ${may} then 1 else 0 end,
    awaiting_since = case when ${may} then ${awaiting} else c.awaiting_since end,
    snoozed_until = case when not ${may} then c.snoozed_until end
  where c.id = $1 and c.workspace = $2 and ${isAuthor}
  returning c.id, c.seq, c.phase, ${may} as may
), said as (
  insert into events (conversation, seq, id, at, type, by_role, by_id, by_name, body, marks)
  select n.id, n.seq, $4::uuid, $3::bigint, 'message.sent', $6::text, $5::text, $7::text, $8::text, $9::text::jsonb from numbered n where n.may
)${side === 'customer' ? asked('n.may') : ''}
select 1 as place, seq - case when may then 1 else 0 end as before, phase, may as ${side}_may from numbered`;

export const APPEND_MESSAGE = {
  customer: appendMessage(
    'c.customer = $5::uuid',
    `(c.phase in ('bot', 'waiting', 'active'))`,
    'coalesce(c.awaiting_since, $3::bigint)',
    'customer',
  ),
  agent: appendMessage('c.agent_id = $5::text', `(c.phase = 'active')`, 'null', 'agent'),
} as const;
