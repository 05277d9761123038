import type { Pause, RecordingState } from '@deskbell/protocol/calls.js';
import { customerLeg, isHeld, isOn, type Call, type Leg } from './call.js';

/** Somebody who sends sound, and somebody who gets it, by their ids. */
export interface Hearing {
  readonly from: string;
  readonly to: string;
}

/** Those between whom there is talk now, muted or not (V8). Without the customer, nobody talks to anybody but in a consult. */
function talkersOf(call: Call): readonly Leg[] {
  if (call.state !== 'live') return [];
  const there = call.legs.filter((leg) => isOn(leg) && !isHeld(leg));
  const { consult } = call;
  if (consult) {
    const isIn = ({ role, person }: Leg): boolean =>
      person.id === consult.by || (consult.state === 'swapped' ? role === 'customer' : role === 'consulted');
    return there.filter(isIn);
  }
  return there.some(({ role }) => role === 'customer') ? there : [];
}

const hasSound = ({ media }: Leg): boolean => media.audio && !media.muted;

/** Who sends sound, pictures and screens to whom: every link that may carry anything now. */
export function linksOf(call: Call): readonly Hearing[] {
  const talkers = talkersOf(call);
  return talkers.flatMap(({ person: { id: from } }) =>
    talkers.filter(({ person }) => person.id !== from).map(({ person: { id: to } }) => ({ from, to })),
  );
}

/** Who hears whom: of the links, those on which somebody's microphone is open. */
export function hearings(call: Call): readonly Hearing[] {
  const open = new Set(call.legs.filter(hasSound).map(({ person }) => person.id));
  return linksOf(call).filter(({ from }) => open.has(from));
}

/**
 * Who hears hold audio: whoever is held, who waits, and who is there while nobody is there for them. Not who holds: they know why it is still.
 */
export function holdAudio(call: Call): readonly string[] {
  if (call.state === 'ringing') return [];
  const talkers = talkersOf(call);
  const isAlone = (leg: Leg): boolean => !talkers.includes(leg) || talkers.length === 1;
  const waits = (leg: Leg): boolean => leg.role === 'customer' || leg.role === 'consulted';
  return call.legs.filter((leg) => isOn(leg) && (isHeld(leg) || (waits(leg) && isAlone(leg)))).map(({ person }) => person.id);
}

/** What is recorded now, and why it is not (V18). */
export function recordingOf(call: Call): { readonly state: RecordingState; readonly why: readonly Pause[] } {
  const { on, paused } = call.recording;
  if (!on || call.state === 'ended' || call.answeredAt === null) return { state: 'off', why: [] };
  const customer = customerLeg(call);
  const reasons: readonly [boolean, Pause][] = [
    [paused, 'by-hand'],
    [customer !== undefined && isHeld(customer), 'hold'],
    // Also while the agent has swapped back: then the one who is consulted is on hold.
    [call.consult !== null, 'consult'],
    [call.secured.length > 0, 'secured'],
    [call.state !== 'live' || !customer || !isOn(customer) || talkersOf(call).length < 2, 'away'],
  ];
  const why = reasons.filter(([isSo]) => isSo).map(([, reason]) => reason);
  return { state: why.length > 0 ? 'paused' : 'running', why };
}
