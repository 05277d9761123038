import type { CallFace, CallLeg } from '@deskbell/protocol/calls.js';
import type { Side } from '@deskbell/protocol/people.js';
import { isHeld, type Call, type Leg } from './call.js';
import { holdAudio, recordingOf } from './hearing.js';

const faceOf = ({ person, role, state, media, since, until }: Leg, held: boolean): CallLeg => ({
  person,
  role,
  state,
  media,
  held,
  since,
  until,
});

/** A call as one side may know it (V20). To customers a consult is a hold, and an offer a wait. */
export function callFor(side: Side, call: Call): CallFace {
  const { id, chat, kind, origin, state, customer, owner, legs, consult, waits, startedAt, answeredAt, endedAt, end, wrapUp } = call;
  const quiet = holdAudio(call);
  const isHeldFor = (leg: Leg): boolean => isHeld(leg) || (consult !== null && quiet.includes(leg.person.id));
  const seen = side === 'agent' ? legs : legs.filter(({ role }) => role !== 'consulted');
  const { state: recorded, why } = recordingOf(call);
  return {
    id,
    chat,
    kind,
    origin,
    state,
    customer,
    agent: legs.find(({ person }) => person.id === owner)?.person ?? null,
    legs: seen.map((leg) => faceOf(leg, isHeldFor(leg))),
    consult: side === 'agent' ? consult : null,
    waits: waits && { queue: waits.queue, offer: side === 'agent' && waits.offer ? plainOffer(waits.offer) : null, since: waits.since },
    recording: { state: recorded, why: side === 'agent' ? [...why] : [] },
    startedAt,
    answeredAt,
    endedAt,
    ...(end !== null && { end }),
    wrapUp: side === 'agent' ? wrapUp : null,
  };
}

const plainOffer = ({ agent, until }: NonNullable<NonNullable<Call['waits']>['offer']>) => ({ agent, until });
