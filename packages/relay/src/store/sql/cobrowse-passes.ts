/** $1 hash, $2 session, $3 side, $4 until. */
export const INSERT_PASS = `insert into cobrowse_passes (hash, session, side, until) values ($1, $2, $3, $4)`;

/** $1 at. */
export const DROP_OLD_PASSES = `delete from cobrowse_passes where until <= $1`;

/** Of two who show the same one, one has it. $1 hash, $2 at. */
export const TAKE_PASS = `
with taken as (delete from cobrowse_passes where hash = $1 returning session, side, until)
select t.side, c.*, (select k.customer from conversations k where k.id = c.conversation) as customer
from taken t join cobrowse c on c.id = t.session where t.until > $2 and c.state <> 'ended'`;
