import type { LegMedia, LegRole } from '@deskbell/protocol/calls.js';
import type { CallEventType, NewCallEvent } from '@deskbell/protocol/call-events.js';
import type { Named } from '@deskbell/protocol/people.js';
import { legOf, type Call, type Leg } from './call.js';

type EventOf<T extends CallEventType> = Extract<NewCallEvent, { type: T }>;

const NO_MEDIA: LegMedia = { audio: false, video: false, screen: false, muted: false };

const newLeg = (person: Named, role: LegRole, more: Partial<Leg> = {}): Leg => ({
  person,
  role,
  state: 'on',
  media: NO_MEDIA,
  heldBy: [],
  since: null,
  until: null,
  supervisor: false,
  ...more,
});

/** The call before anything but its asking. */
export function askedCall(id: string, event: EventOf<'call.asked'>): Call {
  const { at, customer, agent, ringsUntil, offer, media } = event;
  const legs = agent
    ? [newLeg(customer, 'customer', { state: 'ringing', until: ringsUntil }), newLeg(agent, 'agent', { media, since: at })]
    : [newLeg(customer, 'customer', { media, since: at })];
  return {
    id,
    chat: event.chat,
    kind: event.kind,
    origin: event.origin,
    state: agent ? 'ringing' : 'waiting',
    customer,
    queue: event.queue,
    owner: agent?.id ?? null,
    handledBy: null,
    legs,
    knownTo: [agent, offer?.agent].flatMap((person) => (person ? [person.id] : [])),
    consult: null,
    waits: agent ? null : { queue: offer ? null : event.queue, offer: offer && { ...offer, warm: false }, since: at },
    past: 'plain',
    recording: { on: event.recorded, paused: false },
    secured: [],
    startedAt: at,
    answeredAt: null,
    endedAt: null,
    end: null,
    wrapUp: null,
  };
}

const changeLeg = (call: Call, id: string, change: (leg: Leg) => Partial<Leg>): Call => ({
  ...call,
  legs: call.legs.map((leg) => (leg.person.id === id ? { ...leg, ...change(leg) } : leg)),
});

/** Takes a leg away, and with it whatever that one held; where they had the call, nobody has it. */
function without(call: Call, id: string): Call {
  const legs = call.legs.filter(({ person }) => person.id !== id).map((leg) => released(leg, id));
  if (call.owner !== id) return { ...call, legs };
  return { ...call, legs, owner: null, state: call.state === 'live' ? 'waiting' : call.state };
}

const released = (leg: Leg, by: string): Leg => (leg.heldBy.includes(by) ? { ...leg, heldBy: leg.heldBy.filter((id) => id !== by) } : leg);

const releaseAll = (call: Call, by: string): Call => ({ ...call, legs: call.legs.map((leg) => released(leg, by)) });

/** Gives the call to somebody who is on it. Who had it before stays on it, and holds nobody any more. */
function passTo(call: Call, agent: Named): Call {
  const former = call.owner;
  const legs = (former === null ? call : releaseAll(call, former)).legs.map((leg): Leg => {
    if (leg.person.id === agent.id) return { ...leg, role: leg.role === 'supervisor' ? 'supervisor' : 'agent' };
    return leg.person.id === former && leg.role === 'agent' ? { ...leg, role: leg.supervisor ? 'supervisor' : 'participant' } : leg;
  });
  const past = call.consult ? 'consulted' : call.past;
  return { ...call, legs, owner: agent.id, handledBy: agent, consult: null, past, state: 'live' };
}

const held = (call: Call, id: string, by: string): Call => changeLeg(call, id, ({ heldBy }) => ({ heldBy: [...heldBy, by] }));

/** What each event makes of a call. */
const AFTER: { [T in CallEventType]: (call: Call, event: EventOf<T>) => Call } = {
  'call.asked': (call) => call,
  'call.answered': (call, { at, media }) => ({
    ...changeLeg(call, call.customer.id, () => ({ state: 'on', until: null, since: at, media })),
    state: 'live',
    answeredAt: at,
    handledBy: legOf(call, call.owner ?? '')?.person ?? null,
  }),
  'call.accepted': (call, { at, agent, supervisor, media }) => {
    const legs = [...call.legs.filter(({ person }) => person.id !== agent.id), newLeg(agent, 'agent', { media, supervisor, since: at })];
    return { ...passTo({ ...call, legs }, agent), waits: null, answeredAt: call.answeredAt ?? at };
  },
  'call.joined': (call, { at, person, media }) => ({
    ...call,
    legs: [...call.legs, newLeg(person, 'supervisor', { media, since: at, supervisor: true })],
    past: 'conference',
  }),
  'call.left': (call, { person }) => without(call, person.id),
  'call.passed': (call, { agent, holds }) => {
    const after = passTo(call, agent);
    return holds ? held(after, call.customer.id, agent.id) : after;
  },
  'call.dropped': (call, { person, until }) =>
    releaseAll(
      changeLeg(call, person.id, () => ({ state: 'dropped', until })),
      person.id,
    ),
  'call.rejoined': (call, { person, media }) => changeLeg(call, person.id, () => ({ state: 'on', until: null, media })),
  'call.held': (call, { person, by }) => held(call, person.id, by.id),
  'call.resumed': (call, { by }) => releaseAll(call, by.id),
  'call.shown': (call, { person, media }) => changeLeg(call, person.id, () => ({ media })),
  'consult.asked': (call, { target, supervisor, until, by }) => ({
    ...releaseAll(call, by.id),
    legs: [...releaseAll(call, by.id).legs, newLeg(target, 'consulted', { state: 'ringing', until, supervisor })],
    consult: { by: by.id, target: target.id, state: 'ringing' },
  }),
  'consult.accepted': (call, { at, media, by }) => ({
    ...changeLeg(call, by.id, () => ({ state: 'on', until: null, since: at, media })),
    consult: call.consult && { ...call.consult, state: 'private' },
  }),
  'consult.swapped': (call, { to }) => ({
    ...call,
    consult: call.consult && { ...call.consult, state: to === 'customer' ? 'swapped' : 'private' },
  }),
  'consult.merged': (call, { target }) => ({
    ...changeLeg(call, target.id, ({ supervisor }) => ({ role: supervisor ? 'supervisor' : 'participant' })),
    consult: null,
    past: 'merged',
  }),
  'consult.ended': (call, { target, holds }) => {
    const after: Call = { ...without(call, target.id), consult: null, past: 'consulted' };
    return holds && call.consult ? held(after, call.customer.id, call.consult.by) : after;
  },
  'call.given': (call, { at, queue, offer, warm }) => ({
    ...call,
    queue: queue ?? call.queue,
    waits: { queue, offer: offer && { ...offer, warm }, since: at },
  }),
  'call.offered': (call, { offer }) => ({ ...call, waits: call.waits && { ...call.waits, offer: { ...offer, warm: false } } }),
  'call.offer-ended': (call) => ({ ...call, waits: call.waits && { ...call.waits, offer: null } }),
  'call.returned': (call, { at, queue }) => ({ ...call, waits: { queue, offer: null, since: at } }),
  'call.kept': (call) => ({ ...call, waits: null }),
  'recording.started': (call) => ({ ...call, recording: { on: true, paused: false } }),
  'recording.paused': (call) => ({ ...call, recording: { ...call.recording, paused: true } }),
  'recording.resumed': (call) => ({ ...call, recording: { ...call.recording, paused: false } }),
  'secured.opened': (call, { form }) => ({ ...call, secured: [...call.secured, form] }),
  'secured.closed': (call, { form }) => ({ ...call, secured: call.secured.filter((id) => id !== form) }),
  'call.ended': (call, { at, why, wrapUp }) => ({
    ...call,
    state: 'ended',
    owner: null,
    legs: [],
    consult: null,
    waits: null,
    secured: [],
    endedAt: at,
    end: why,
    wrapUp,
  }),
};

/** The call after an event. */
export function callAfter(call: Call, event: NewCallEvent): Call {
  const after = (AFTER[event.type] as (call: Call, event: NewCallEvent) => Call)(call, event);
  const there = [...after.legs.filter(({ role }) => role !== 'customer').map(({ person }) => person.id), after.waits?.offer?.agent.id];
  const fresh = there.filter((id) => id !== undefined && !after.knownTo.includes(id)) as string[];
  return fresh.length > 0 ? { ...after, knownTo: [...after.knownTo, ...fresh] } : after;
}

/** A call out of its log, from its asking on. */
export function foldCall(id: string, [asked, ...then]: readonly [EventOf<'call.asked'>, ...NewCallEvent[]]): Call {
  return then.reduce(callAfter, askedCall(id, asked));
}
