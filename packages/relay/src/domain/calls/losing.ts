import { endConsult, endOffer } from './answering.js';
import { isOn, legOf, longestOf, type Call, type Leg } from './call.js';
import type { Turn } from './turn.js';

/** When a call is to be looked at next, ms: when a ring, an offer or somebody's time to rejoin is up. Null: there is nothing to wait for. */
export function callDue({ legs, waits }: Pick<Call, 'legs' | 'waits'>): number | null {
  const moments = [...legs.map(({ until }) => until), waits?.offer?.until ?? null].filter((until) => until !== null);
  return moments.length > 0 ? Math.min(...moments) : null;
}

/** The network of one person is lost: their leg alone is dropped, and waits for them (V14). Said twice, and of who is not on it, it is nothing. */
export function drop(turn: Turn, id: string): void {
  const leg = legOf(turn.call, id);
  if (leg && isOn(leg)) turn.drop(leg);
}

/** Somebody did not come back in time. */
function lose(turn: Turn, leg: Leg): void {
  const { call } = turn;
  if (leg.role === 'customer') return turn.end('lost', call.answeredAt === null ? null : longestOf(call));
  if (leg.role === 'consulted') return endConsult(turn, 'lost');
  if (call.consult && call.owner === leg.person.id) return inherit(turn, leg, call.consult.target);
  turn.takeOff(leg, 'lost');
}

/** Who is consulted knows best what goes on, and has the call from now on; the customer stays on hold, so that nobody talks who does not know it. */
function inherit(turn: Turn, owner: Leg, target: string): void {
  const { person, role, state } = turn.leg(target);
  if (state === 'ringing') {
    turn.tell({ type: 'consult.ended', target: person, why: 'lost', holds: false });
    return turn.takeOff(owner, 'lost');
  }
  turn.tell({ type: 'call.left', person: owner.person, role: owner.role, why: 'lost' });
  turn.tell({ type: 'call.passed', agent: person, holds: role === 'consulted' });
}

/** Does what is up by the clock: the customer's first, since without them there is no call; the owner's last, so that nobody inherits who is gone. */
export function catchUp(turn: Turn): void {
  for (let next = overdue(turn); next; next = overdue(turn)) next();
}

function overdue(turn: Turn): (() => void) | undefined {
  const { call, at } = turn;
  const isUp = (until: number | null | undefined): boolean => until !== null && until !== undefined && until <= at;
  const customer = call.legs.find(({ role, until }) => role === 'customer' && isUp(until));
  if (customer) return () => (customer.state === 'ringing' ? turn.end('unanswered', null) : lose(turn, customer));
  if (isUp(call.waits?.offer?.until)) return () => endOffer(turn, 'expired');
  const late = call.legs.filter(({ until }) => isUp(until));
  const leg = late.find(({ person }) => person.id !== call.owner) ?? late[0];
  if (!leg) return undefined;
  return () => (leg.state === 'ringing' ? endConsult(turn, 'unanswered') : lose(turn, leg));
}
