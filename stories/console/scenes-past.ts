import { ANA, BEN, notes, seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import type { Person } from '@deskbell/protocol/people.js';
import { MAYA, opened, relayOf, type Scene } from './scenes.js';

const HOUR = 3_600_000;
const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);

/** Maya has been here before, and is here again. */
function again(relay: SimulatedRelay, person: Person = MAYA): { readonly before: string; readonly now: string } {
  const before = seed(relay, {
    phase: 'closed',
    customer: person,
    agent: BEN,
    ago: 51 * HOUR,
    lines: ['Where is my parcel?', 'At the depot.'],
  });
  seed(relay, {
    phase: 'closed',
    customer: person,
    ago: 26 * HOUR,
    disposition: 'pending',
    lines: ['Is the oak stool back in stock?', 'In May.'],
  });
  return { before, now: seed(relay, { customer: person, ago: 4 * 60_000 }) };
}

/** A customer with a past, and what was noted about them. */
export const known = (): Promise<Scene> => {
  const relay = relayOf();
  const { before, now } = again(relay);
  notes(relay, before, BEN, 'Prefers mails to calls.\nOrders for the café on Mondays.', 50 * HOUR);
  notes(relay, now, ANA, 'Moved to Kiel; the new address is in order H-2087.', 2 * 60_000);
  return opened(relay, now);
};

export const manyNotes = (): Promise<Scene> => {
  const relay = relayOf();
  const { before, now } = again(relay);
  for (let index = 0; index < 45; index++)
    notes(relay, before, index % 3 ? BEN : ANA, `Asked about order H-${String(2_000 + index)}.`, (95 - index) * 0.5 * HOUR);
  return opened(relay, now);
};

export const longNotes = (): Promise<Scene> => {
  const relay = relayOf();
  const { before, now } = again(relay);
  notes(relay, before, { ...BEN, name: LONG }, LONG.repeat(3), 50 * HOUR);
  notes(relay, now, ANA, 'The customer explained at length why the lamp has to be there before the feast. '.repeat(40), HOUR);
  return opened(relay, now);
};

export const arabicNotes = (): Promise<Scene> => {
  const relay = relayOf();
  const aya: Person = { ...MAYA, id: 'aya', name: 'آية منصور' };
  const { before, now } = again(relay, aya);
  notes(relay, before, BEN, 'تفضل المراسلة بالبريد الإلكتروني. Order H-2087.', 50 * HOUR);
  return opened(relay, now);
};

/** What was noted cannot be fetched. */
export const failingPast = (): Promise<Scene> => {
  const relay = relayOf();
  const { now } = again(relay);
  relay.refuseNext(`/v1/customers/${MAYA.id}/notes`, 'unavailable');
  relay.refuseNext('/v1/conversations', 'unavailable');
  return opened(relay, now);
};

/** The notes never come. */
export const slowPast = async (): Promise<Scene> => {
  const scene = await known();
  const never = () => new Promise<never>(() => undefined);
  return { ...scene, session: Object.assign(scene.session, { notes: never, closedOf: never }) };
};
