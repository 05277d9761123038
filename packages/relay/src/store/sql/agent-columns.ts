/** An agent's columns, with the slots that are taken and the conversations that are not closed. */
export const AGENT = `
select a.*, (
    select count(*)::int from conversations c
    where c.workspace = a.workspace and c.agent_id = a.id
      and (c.phase = 'active' and c.snoozed_until is null or c.phase = 'wrapUp' and c.wrap_up_until is not null)
  ) + (
    select count(*)::int from conversations c where c.workspace = a.workspace and c.offer_agent = a.id
  ) as load, (
    select count(*)::int from conversations c
    where c.workspace = a.workspace and c.agent_id = a.id and c.phase in ('active', 'wrapUp')
  ) as ongoing
from agents a`;
