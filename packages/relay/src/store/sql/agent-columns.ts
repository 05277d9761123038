const HELD = `from conversations c where c.workspace = a.workspace`;

/** An agent's columns, with the slots that are taken and the conversations that are not closed. For a few agents. */
export const AGENT = `
select a.*, h.active + o.offered as load, h.ongoing
from agents a
cross join lateral (
  select count(*)::int as ongoing,
    count(*) filter (where c.phase = 'active' and c.snoozed_until is null or c.phase = 'wrapUp' and c.wrap_up_until is not null)::int as active
  ${HELD} and c.agent_id = a.id and c.phase in ('active', 'wrapUp')
) h
cross join lateral (select count(*)::int as offered ${HELD} and c.offer_agent = a.id) o`;
