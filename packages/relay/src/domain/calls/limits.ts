import { deskLegs, type Call } from './call.js';

/**
 * What a call is by what was done to it, which is what the limits depend on (V13). `consult-over`: the one who was consulted is gone again;
 * `merged` and `conference`: more than one is on the agents' side, by a merge or since somebody joined; `-over`: there is one again.
 */
export const SITUATIONS = ['plain', 'consulting', 'consult-over', 'merged', 'merged-over', 'conference', 'conference-over'] as const;
export type Situation = (typeof SITUATIONS)[number];

/** What is limited. `join` makes a conference of a call, `assist` is whether the assist widget shows. */
export const LIMITED = ['consult', 'join', 'transfer', 'forward', 'assist'] as const;
export type Limited = (typeof LIMITED)[number];

/** Allowed, or why not and what to do. */
export type Allowed = true | string;

const DURING = 'a consult goes on: no conference is begun during one; wait until it is over';
const NO_CONSULT = 'this call is a conference, and stays one: nobody is consulted any more; transfer it, or talk together';
const FIRST = 'consult somebody first, and forward the call to them then';
const HIDDEN = 'the assist widget is hidden while others are on the call';

/** Every limit of VOX 9 on what comes in; an outbound call has those of `OUTBOUND` besides. */
export const LIMITS: Record<Limited, Record<Situation, Allowed>> = {
  consult: {
    plain: true,
    consulting: 'a consult goes on already: end that one first',
    'consult-over': true,
    merged: NO_CONSULT,
    'merged-over': NO_CONSULT,
    conference: NO_CONSULT,
    'conference-over': NO_CONSULT,
  },
  join: {
    plain: true,
    consulting: DURING,
    'consult-over': true,
    merged: 'a consult was merged into this call: nobody joins it; wait until the one who was consulted has left',
    'merged-over': true,
    conference: true,
    'conference-over': true,
  },
  transfer: {
    plain: true,
    consulting: 'a consult goes on: forward the call, or end the consult and transfer it then',
    'consult-over': true,
    merged: true,
    'merged-over': true,
    conference: true,
    'conference-over': true,
  },
  forward: {
    plain: FIRST,
    consulting: true,
    'consult-over': FIRST,
    merged: true,
    'merged-over': 'nobody else is on the call any more: transfer it',
    conference: true,
    'conference-over': 'nobody else is on the call any more: transfer it',
  },
  assist: {
    plain: true,
    consulting: HIDDEN,
    'consult-over': true,
    merged: HIDDEN,
    'merged-over': true,
    conference: HIDDEN,
    'conference-over': true,
  },
};

/** What an outbound call has besides, whatever else it is. */
export const OUTBOUND: Record<Limited, Allowed> = {
  consult: 'this is an outbound call: nobody is consulted on one; end it and call again when you know more',
  join: true,
  transfer: 'this is an outbound call: it cannot be transferred; end it, and have the other agent call',
  forward: 'this is an outbound call: it cannot be forwarded; end it, and have the other agent call',
  assist: true,
};

export function situationOf(call: Call): Situation {
  if (call.consult) return 'consulting';
  if (call.past === 'plain') return 'plain';
  if (call.past === 'consulted') return 'consult-over';
  if (deskLegs(call).length > 1) return call.past;
  return call.past === 'merged' ? 'merged-over' : 'conference-over';
}

/** Whether something may be done to a call by the limits, or why not. */
export const isAllowed = (call: Call, what: Limited): Allowed => {
  const outbound = call.origin === 'outbound' ? OUTBOUND[what] : true;
  return outbound === true ? LIMITS[what][situationOf(call)] : outbound;
};
