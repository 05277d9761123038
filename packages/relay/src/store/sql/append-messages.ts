/**
 * Saves a batch of messages in one statement, one round trip and one flush of the write-ahead log.
 *
 * $1..$7, one entry a conversation, in the order of their ids, so that two relays lock them in the same order: id, workspace, the
 * customer who writes, how many messages of theirs, the agent who writes, how many of theirs, and since when the customer awaits an
 * answer after all of them (null: no longer). $8: since when, if the agent's are not allowed.
 * $9..$15, one entry a message, in the order of arrival: conversation, id, at, 1 where the customer wrote it (the driver mistakes an array of booleans), role, name, text.
 *
 * Updating first gives the numbers and takes the locks at once. Who may write is read from the locked row. A message whose id is in
 * the log already breaks the unique index and with it the batch; the caller then takes the repeats out. One row a conversation comes
 * back: its newest `seq`, its phase, and who was allowed.
 */
export const APPEND_MESSAGES = `
with spoken as (
  select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::int[], $5::text[], $6::int[], $7::bigint[], $8::bigint[])
    as s(id, workspace, customer, customer_count, agent, agent_count, awaiting, awaiting_without_agent)
), numbered as (
  update conversations c set
    seq = c.seq
      + case when c.customer = s.customer and c.phase in ('waiting', 'active') then s.customer_count else 0 end
      + case when c.agent_id = s.agent and c.phase = 'active' then s.agent_count else 0 end,
    awaiting_since = case
      when c.phase not in ('waiting', 'active') then c.awaiting_since
      when s.agent_count > 0 and c.agent_id = s.agent and c.phase = 'active' then case when c.customer = s.customer then s.awaiting end
      when c.customer = s.customer then coalesce(c.awaiting_since, s.awaiting_without_agent)
      else c.awaiting_since end
  from spoken s
  where c.id = s.id and c.workspace = s.workspace
  returning c.id, c.seq, c.phase,
    coalesce(c.customer = s.customer, false) as is_customer,
    coalesce(c.agent_id = s.agent, false) as is_agent,
    coalesce(c.customer = s.customer and c.phase in ('waiting', 'active'), false) as customer_may,
    coalesce(c.agent_id = s.agent and c.phase = 'active', false) as agent_may,
    c.customer::text as customer, c.agent_id as agent,
    c.seq
      - case when c.customer = s.customer and c.phase in ('waiting', 'active') then s.customer_count else 0 end
      - case when c.agent_id = s.agent and c.phase = 'active' then s.agent_count else 0 end as before
), said as (
  insert into events (conversation, seq, id, at, type, by_role, by_id, by_name, body)
  select m.conversation,
    n.before + row_number() over (partition by m.conversation order by m.position),
    m.id, m.at, 'message.sent', m.role, case when m.by_customer = 1 then n.customer else n.agent end, m.name, m.text
  from unnest($9::uuid[], $10::uuid[], $11::bigint[], $12::int[], $13::text[], $14::text[], $15::text[])
    with ordinality as m(conversation, id, at, by_customer, role, name, text, position)
  join numbered n on n.id = m.conversation and case when m.by_customer = 1 then n.customer_may else n.agent_may end
)
select id, before, phase, is_customer, is_agent, customer_may, agent_may from numbered`;

/** What APPEND_MESSAGES says of one conversation. */
export interface Numbered {
  id: string;
  before: number;
  phase: 'waiting' | 'active' | 'wrapUp' | 'closed';
  is_customer: boolean;
  is_agent: boolean;
  customer_may: boolean;
  agent_may: boolean;
}
