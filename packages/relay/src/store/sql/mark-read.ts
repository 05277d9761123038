import type { Side } from '@deskbell/protocol/people.js';

/** Moves a side's mark forward, never past the end; no row where it stays. $1 workspace, $2 conversation, $3 up to. */
const markRead = (side: Side): string => `
update conversations set read_${side} = least($3::int, seq)
where workspace = $1 and id = $2 and read_${side} < least($3::int, seq)
returning read_customer as customer, read_agent as agent`;

export const MARK_READ = { customer: markRead('customer'), agent: markRead('agent') } as const;
