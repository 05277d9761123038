import { RelayError } from '@deskbell/protocol/refusals.js';
import { customerLeg, type Leg } from './call.js';
import type { CallFacts } from './facts.js';
import { openMedia, type CallActor, type PersonStepOf } from './steps.js';
import type { Turn } from './turn.js';

/** Whom somebody holds: who has the call the customer, everybody else themselves (V7). */
function heldBy(turn: Turn, id: string): Leg {
  const customer = customerLeg(turn.call);
  return turn.call.owner === id && customer ? customer : turn.leg(id);
}

export function hold(turn: Turn, _facts: CallFacts, { id }: CallActor): void {
  const leg = heldBy(turn, id);
  if (leg.heldBy.includes(id)) throw new RelayError('wrong-phase', 'hold: is on already; resume first');
  const { person, role } = leg;
  turn.tell({ type: 'call.held', person, role });
}

export function resume(turn: Turn, _facts: CallFacts, { id }: CallActor): void {
  if (!turn.call.legs.some((leg) => leg.heldBy.includes(id)))
    throw new RelayError('wrong-phase', 'resume: you have nobody on hold; whoever held the call has to resume it');
  turn.tell({ type: 'call.resumed' });
}

export function show(turn: Turn, _facts: CallFacts, { id }: CallActor, { audio, video, screen, muted }: PersonStepOf<'show'>): void {
  const leg = turn.leg(id);
  const media = { ...leg.media };
  if (audio !== undefined) media.audio = audio;
  if (video !== undefined) media.video = video;
  if (screen !== undefined) media.screen = screen;
  if (muted !== undefined) media.muted = muted;
  const { person, role } = leg;
  turn.tell({ type: 'call.shown', person, role, media });
}

/** Back after the network was lost; what is on hold stays on hold. */
export function rejoin(turn: Turn, _facts: CallFacts, { id }: CallActor, { media }: PersonStepOf<'rejoin'>): void {
  const { person, role, state } = turn.leg(id);
  if (state !== 'dropped') throw new RelayError('wrong-phase', 'rejoin: you are on the call; leave it there, or here');
  turn.tell({ type: 'call.rejoined', person, role, media: openMedia(media) });
}

const REFUSED = {
  start: 'it runs already; pause it where something is not to be in it',
  pause: 'nothing is recorded now; start it, or resume it',
  resume: 'it was not paused; start it, or leave it as it is',
} as const;

export function record(turn: Turn, facts: CallFacts, _actor: CallActor, { what }: PersonStepOf<'record'>): void {
  const { on, paused } = turn.call.recording;
  if (what === 'start' && !facts.mayRecord)
    throw new RelayError('wrong-role', 'record: is turned off in the settings of the workspace (calls.recording)');
  const isPossible = { start: !on, pause: on && !paused, resume: on && paused }[what];
  if (!isPossible) throw new RelayError('wrong-phase', `record: ${REFUSED[what]}`);
  turn.tell({ type: ({ start: 'recording.started', pause: 'recording.paused', resume: 'recording.resumed' } as const)[what] });
}

/** A secured form is open at the customer's, or not any more; said twice, it is once. */
export function secure(turn: Turn, { form, on }: { readonly form: string; readonly on: boolean }): void {
  if (turn.call.secured.includes(form) === on) return;
  turn.tell({ type: on ? 'secured.opened' : 'secured.closed', form });
}
