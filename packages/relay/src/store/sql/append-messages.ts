import type { Phase } from '@deskbell/protocol/conversation.js';
import type { Attachment } from '@deskbell/protocol/attachments.js';

// Who may write is read off the row that the statement has just locked. `null`: the conversation is not theirs.
const CUSTOMER_MAY = `case when c.customer = s.customer then c.phase in ('bot', 'waiting', 'active') end`;
const AGENT_MAY = `case when c.agent_id = s.agent then c.phase = 'active' end`;
const GROWTH = `case when ${CUSTOMER_MAY} then s.customer_count else 0 end + case when ${AGENT_MAY} then s.agent_count else 0 end`;

/**
 * Saves a batch of messages in one statement, one round trip and one flush of the write-ahead log.
 *
 * $1..$11, one entry a conversation, in the order of their ids, so that two relays lock them in the same order: id and workspace; the
 * customer who writes, their name, how many messages; the agent who writes, their name and role, how many; since when the customer awaits
 * an answer after all of them (null: no longer), and since when if the agent's are not allowed.
 * $12..$17, one entry a message, in the order of arrival: the place of its conversation among the above, id, at, how many messages of
 * the customer and of the agent there are up to and with it, whether the customer wrote it; $18 the text, $19 the marks as JSON.
 *
 * Updating first takes the locks and gives the numbers. A message whose id is in the log already breaks the unique index and with it the
 * batch; the caller then takes the repeats out. One row a conversation comes back.
 */
export const APPEND_MESSAGES = `
with spoken as (
  select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::int[],
      $10::bigint[], $11::bigint[]) with ordinality
    as s(id, workspace, customer, customer_name, customer_count, agent, agent_name, agent_role, agent_count, awaiting, awaiting_alone, place)
), numbered as (
  update conversations c set
    seq = c.seq + ${GROWTH},
    awaiting_since = case
      when ${AGENT_MAY} then case when ${CUSTOMER_MAY} then s.awaiting end
      when ${CUSTOMER_MAY} then coalesce(c.awaiting_since, s.awaiting_alone)
      else c.awaiting_since end,
    -- A word of either side wakes it.
    snoozed_until = case when ${GROWTH} = 0 then c.snoozed_until end
  from spoken s
  where c.id = s.id and c.workspace = s.workspace
  returning s.place::int as place, c.seq - (${GROWTH}) as before, c.phase,
    ${CUSTOMER_MAY} as customer_may, ${AGENT_MAY} as agent_may,
    c.id, c.workspace, s.customer::text as customer, s.customer_name, s.agent, s.agent_name, s.agent_role
), said as (
  insert into events (conversation, seq, id, at, type, by_role, by_id, by_name, body, marks)
  select n.id,
    n.before + case when n.customer_may then m.customer_rank else 0 end + case when n.agent_may then m.agent_rank else 0 end,
    m.id, m.at, 'message.sent',
    case when m.by_customer = 1 then 'customer' else n.agent_role end,
    case when m.by_customer = 1 then n.customer else n.agent end,
    case when m.by_customer = 1 then n.customer_name else n.agent_name end,
    m.text, m.marks::jsonb
  from unnest($12::int[], $13::uuid[], $14::bigint[], $15::int[], $16::int[], $17::int[], $18::text[],
      $19::text[])
    as m(place, id, at, customer_rank, agent_rank, by_customer, text, marks)
  join numbered n on n.place = m.place and case when m.by_customer = 1 then n.customer_may else n.agent_may end
), asked as (
  insert into timers (workspace, kind, subject, due)
  select n.workspace, 'bot', n.id::text, ($14::bigint[])[1] from numbered n where n.customer_may and n.customer is not null and n.phase = 'bot'
  on conflict (kind, workspace, subject) do nothing
)
select place, before, phase, customer_may, agent_may from numbered`;

/** What was found of one conversation. */
export interface Numbered {
  /** Which of the conversations asked for, from 1. */
  place: number;
  /** The `seq` before the batch. */
  before: number;
  phase: Phase;
  /** Null where whoever writes is not the conversation's customer; false where it is over. */
  customer_may: boolean | null;
  agent_may: boolean | null;
  /** Of a message with attachments: whether they can be had, and what they are once they are saved. */
  there?: boolean;
  attachments?: Attachment[] | null;
}
