import type { Phase } from '@deskbell/protocol/conversation.js';
import type { Named } from '@deskbell/protocol/people.js';
import type { Call } from './call.js';

/** What a call takes of somebody on the agents' side: their one slot for calls. With `busy` they are System Busy too, for all that is written. */
export interface Place {
  readonly id: string;
  readonly busy: boolean;
}

/**
 * Whom a call takes a slot of (V4): everybody on the agents' side who is on it or may rejoin; who is consulted, from the ring on; and to whom it
 * is put, who is not busy by that unless they were consulted before.
 */
export function placesIn({ legs, waits }: Pick<Call, 'legs' | 'waits'>): readonly Place[] {
  const there = legs.filter(({ role }) => role !== 'customer').map(({ person: { id } }) => ({ id, busy: true }));
  const offer = waits?.offer;
  return offer ? [...there, { id: offer.agent.id, busy: offer.warm }] : there;
}

/** Of whom a slot is taken and freed, and whose System Busy begins and ends, by a change of a call. */
export interface PlaceChanges {
  readonly taken: readonly string[];
  readonly freed: readonly string[];
  readonly busy: readonly string[];
  readonly idle: readonly string[];
}

export function placeChanges(before: Pick<Call, 'legs' | 'waits'> | undefined, after: Pick<Call, 'legs' | 'waits'>): PlaceChanges {
  const [was, is] = [before ? placesIn(before) : [], placesIn(after)];
  const ids = (places: readonly Place[]): readonly string[] => places.map(({ id }) => id);
  const busy = (places: readonly Place[]): readonly string[] => ids(places.filter((place) => place.busy));
  const apart = (some: readonly string[], others: readonly string[]): readonly string[] => some.filter((id) => !others.includes(id));
  return {
    taken: apart(ids(is), ids(was)),
    freed: apart(ids(was), ids(is)),
    busy: apart(busy(is), busy(was)),
    idle: apart(busy(was), busy(is)),
  };
}

/** How the call's own conversation stands: what its end, its wrap-up and its disposition go by, apart from the chat's (V19). */
export function conversationOf(call: Call): { readonly phase: Phase; readonly agent: Named | null } {
  const { state, owner, legs, wrapUp } = call;
  if (state === 'ended') return { phase: wrapUp ? 'wrapUp' : 'closed', agent: wrapUp };
  if (state === 'waiting') return { phase: 'waiting', agent: null };
  return { phase: 'active', agent: legs.find(({ person }) => person.id === owner)?.person ?? null };
}
