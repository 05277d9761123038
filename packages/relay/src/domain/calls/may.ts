import type { Role } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { legOf, stageOf, type Call, type Stage } from './call.js';
import { isAllowed, type Limited } from './limits.js';

/**
 * How somebody stands to a call. `called`: it rings at them, for whatever. `owner`: has it. `member`: on it beside the owner. `former`: was on it,
 * or rung at, and is not any more. `supervisor`: of the workspace, and not on it.
 */
export const CALL_STANDINGS = ['customer', 'called', 'owner', 'member', 'consulted', 'former', 'supervisor', 'stranger'] as const;
export type CallStanding = (typeof CALL_STANDINGS)[number];

/** What people can do to a call. What the relay does besides is in `steps.ts`. */
export const CALL_STEPS = [
  'accept',
  'decline',
  'hold',
  'resume',
  'show',
  'consult',
  'unconsult',
  'swap',
  'merge',
  'forward',
  'transfer',
  'join',
  'leave',
  'rejoin',
  'end',
  'record',
] as const;
export type CallStepName = (typeof CALL_STEPS)[number];

const TALKERS: readonly CallStanding[] = ['customer', 'owner', 'member'];
const OWNER: readonly CallStanding[] = ['owner'];
const CALLED: readonly CallStanding[] = ['called'];
const ALL_ON: readonly CallStanding[] = ['customer', 'owner', 'member', 'consulted'];
/** Where the talk is: the stages that `live` has. */
const live = (who: readonly CallStanding[]) => ({ talking: who, consulting: who, conference: who });

/** Who may do what at which stage (V2). What is not here is refused: with `wrong-phase` where nobody may, else with `wrong-role`. */
export const MAY: Record<CallStepName, Partial<Record<Stage, readonly CallStanding[]>>> = {
  accept: { ringing: CALLED, waiting: CALLED, ...live(CALLED) },
  decline: { ringing: CALLED, waiting: CALLED, ...live(CALLED) },
  hold: { talking: TALKERS, consulting: ['customer'], conference: TALKERS },
  resume: { talking: TALKERS, consulting: ['customer'], conference: TALKERS },
  show: { ringing: OWNER, waiting: ['customer'], ...live(ALL_ON) },
  // The limits say why not during a consult and in a conference (V13).
  consult: live(OWNER),
  unconsult: { consulting: OWNER },
  swap: { consulting: OWNER },
  merge: { consulting: OWNER },
  forward: live(OWNER),
  transfer: { talking: OWNER, consulting: OWNER, conference: ['owner', 'member'] },
  join: live(['supervisor']),
  leave: { waiting: ['customer'], talking: ['customer', 'owner'], consulting: ['customer', 'owner', 'consulted'], conference: TALKERS },
  rejoin: { ringing: OWNER, waiting: ['customer'], ...live(ALL_ON) },
  end: { ringing: OWNER, ...live(OWNER) },
  record: live(OWNER),
};

const NOT_NOW: Record<Stage, string> = {
  ringing: 'the customer has not answered yet; wait, or end the call',
  waiting: 'nobody has the call now; wait until an agent has accepted it',
  talking: 'there is no consult; consult somebody first',
  consulting: 'a consult goes on; end it or merge it first',
  conference: 'there is no consult: the call is a conference already',
  ended: 'the call has ended; begin a new one',
};

/** Somebody who wants something of a call. */
export interface CallPerson {
  readonly id: string;
  readonly role: Role;
}

export function callStandingOf(call: Call, { id, role }: CallPerson): CallStanding {
  const leg = legOf(call, id);
  if (role === 'customer') {
    if (call.customer.id !== id) return 'stranger';
    return leg?.state === 'ringing' ? 'called' : 'customer';
  }
  if (call.waits?.offer?.agent.id === id) return 'called';
  if (leg && leg.role !== 'customer') {
    if (leg.role === 'consulted') return leg.state === 'ringing' ? 'called' : 'consulted';
    return call.owner === id ? 'owner' : 'member';
  }
  if (role !== 'agent') return 'supervisor';
  return call.knownTo.includes(id) ? 'former' : 'stranger';
}

const LIMITS_OF: Partial<Record<CallStepName, Limited>> = { consult: 'consult', join: 'join', transfer: 'transfer', forward: 'forward' };

const listed = new Intl.ListFormat('en', { type: 'disjunction' });
const WHO: Record<CallStanding, string> = {
  customer: 'the customer',
  called: 'whom it rings at',
  owner: 'the agent who has the call',
  member: 'others who are on the call',
  consulted: 'who is consulted',
  former: 'nobody',
  supervisor: 'a supervisor who is not on the call',
  stranger: 'nobody',
};

/** What somebody can do who may not do what they want. */
const INSTEAD: Partial<Record<CallStepName, string>> = {
  accept: 'it does not ring at you, or not any more: wait until it does',
  decline: 'it does not ring at you, or not any more: there is nothing to decline',
  hold: 'the customer is on hold already while somebody is consulted: swap, or end the consult',
  resume: 'the customer is on hold while somebody is consulted: swap, or end the consult',
  join: 'calls are joined by supervisors, from the monitor',
  rejoin: 'the call went on without you: have it put to you, or consult you',
  end: 'leave the call, which goes on without you',
};

/** Throws `not-found` for strangers, `wrong-phase` or `wrong-role`, with what was wrong and what to do, where somebody may not do something now. */
export function mustMay(call: Call, person: CallPerson, step: CallStepName): CallStanding {
  const standing = callStandingOf(call, person);
  if (standing === 'stranger') throw new RelayError('not-found');
  const stage = stageOf(call);
  const who = MAY[step][stage];
  if (!who) throw new RelayError('wrong-phase', `${step}: ${NOT_NOW[stage]}`);
  if (!who.includes(standing))
    throw new RelayError(
      'wrong-role',
      `${step}: is now for ${listed.format(who.map((each) => WHO[each]))}; ${INSTEAD[step] ?? 'ask them to'}`,
    );
  const leg = legOf(call, person.id);
  if (leg?.state === 'dropped' && step !== 'rejoin' && step !== 'leave' && step !== 'end')
    throw new RelayError('wrong-phase', `${step}: your connection was lost; rejoin the call first`);
  const limited = LIMITS_OF[step];
  const allowed = limited ? isAllowed(call, limited) : true;
  if (allowed !== true) throw new RelayError('wrong-phase', `${step}: ${allowed}`);
  return standing;
}
