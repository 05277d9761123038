import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REJOINS_WITHIN } from '@deskbell/protocol/calls.js';
import { legOf, stageOf } from './call.js';
import { placesIn } from './effects.js';
import { hearings, holdAudio } from './hearing.js';
import { callDue } from './losing.js';
import type { CallActor } from './steps.js';
import {
  ANA,
  BEN,
  CLEO,
  SECOND,
  SOUND,
  SUE,
  SUPERVISORS,
  conference,
  consulting,
  dialled,
  given,
  merged,
  named,
  ringing,
  rings,
  swapped,
  talking,
  waiting,
  type Scene,
} from './testing/scene.js';

const lost = (scene: Scene, ...people: readonly CallActor[]): Scene => {
  for (const { id } of people) scene.relay({ step: 'drop', person: id });
  return scene.after(REJOINS_WITHIN).relay({ step: 'due' });
};
const pairs = ({ call }: Scene) => hearings(call).map(({ from, to }) => `${from}>${to}`);

test('VOX 8 V14 who loses the network is dropped alone, keeps their place for a minute, and rejoins', () => {
  const scene = conference().relay({ step: 'drop', person: SUE.id }).relay({ step: 'drop', person: SUE.id });
  assert.deepEqual([pairs(scene), scene.last(1), placesIn(scene.call).length], [['cleo>ana', 'ana>cleo'], ['call.dropped'], 2]);
  assert.equal(callDue(scene.call), scene.now + REJOINS_WITHIN);
  assert.match(scene.refusal(SUE, { step: 'hold' })[1], /connection was lost; rejoin/);
  const since = legOf(scene.call, SUE.id)?.since;
  scene.after(REJOINS_WITHIN - 1).does(SUE, { step: 'rejoin', media: SOUND });
  assert.deepEqual([pairs(scene).length, legOf(scene.call, SUE.id)?.since, callDue(scene.call)], [6, since, null]);
  assert.match(scene.refusal(SUE, { step: 'rejoin', media: SOUND })[1], /you are on the call/);
});

test('VOX 8 V14 who comes back too late is off it, and is told that the call is not there, or not theirs', () => {
  const scene = lost(conference(), SUE);
  assert.deepEqual([legOf(scene.call, SUE.id), placesIn(scene.call).length], [undefined, 1]);
  assert.equal(scene.refusal(SUE, { step: 'rejoin', media: SOUND })[0], 'wrong-role');
  assert.equal(
    talking().relay({ step: 'drop', person: CLEO.id }).after(REJOINS_WITHIN).refusal(CLEO, { step: 'rejoin', media: SOUND })[0],
    'wrong-phase',
  );
});

/** Each state with somebody's network gone for good: who has it then, where it stands, who owes the wrap-up. */
const DEATHS: readonly (readonly [
  name: string,
  scene: () => Scene,
  dies: CallActor,
  stage: string,
  owner: string | null,
  wrapUp: string | null,
])[] = [
  ['its asker while it rings', ringing, ANA, 'ended', null, null],
  ['its customer while it waits', waiting, CLEO, 'ended', null, null],
  ['its customer while it is given', given, CLEO, 'ended', null, null],
  ['its customer in a talk', talking, CLEO, 'ended', null, 'ana'],
  ['its agent in a talk', talking, ANA, 'waiting', null, null],
  ['its agent on an outbound call', dialled, ANA, 'ended', null, 'ana'],
  ['its customer while a consult rings', rings, CLEO, 'ended', null, 'ana'],
  ['its agent while a consult rings', rings, ANA, 'waiting', null, null],
  ['its customer in a consult', consulting, CLEO, 'ended', null, 'ana'],
  ['its agent in a consult', consulting, ANA, 'talking', 'ben', null],
  ['the consulted one', consulting, BEN, 'talking', 'ana', null],
  ['its customer in a swap', swapped, CLEO, 'ended', null, 'ana'],
  ['its agent in a swap', swapped, ANA, 'talking', 'ben', null],
  ['the consulted one in a swap', swapped, BEN, 'talking', 'ana', null],
  ['its customer after a merge', merged, CLEO, 'ended', null, 'ana'],
  ['its agent after a merge', merged, ANA, 'talking', 'ben', null],
  ['the merged one', merged, BEN, 'talking', 'ana', null],
  ['its customer in a conference', conference, CLEO, 'ended', null, 'ana'],
  ['its agent in a conference', conference, ANA, 'talking', 'sue', null],
  ['its supervisor in a conference', conference, SUE, 'talking', 'ana', null],
];

for (const [name, make, dies, stage, owner, wrapUp] of DEATHS)
  test(`VOX 8 V14 a call that loses ${name} for good is ${stage}${owner === null ? '' : `, and ${owner} has it`}`, () => {
    const scene = lost(make(), dies);
    assert.deepEqual([stageOf(scene.call), scene.call.owner, scene.call.wrapUp?.id ?? null], [stage, owner, wrapUp]);
    assert.equal(
      placesIn(scene.call).some(({ id }) => id === dies.id),
      false,
    );
    if (stage === 'ended') assert.deepEqual([placesIn(scene.call), scene.call.legs], [[], []]);
    if (stage === 'waiting') assert.deepEqual([scene.call.waits?.queue?.id, holdAudio(scene.call)], ['sales', [CLEO.id]]);
  });

/** Each state with the customer's own way out. */
const LEAVES: readonly (readonly [name: string, scene: () => Scene, wrapUp: string | null])[] = [
  ['while it waits', waiting, null],
  ['while it is given', given, null],
  ['in a talk', talking, 'ana'],
  ['on hold', () => talking().does(ANA, { step: 'hold' }), 'ana'],
  ['while a consult rings', rings, 'ana'],
  ['in a consult', consulting, 'ana'],
  ['in a swap', swapped, 'ana'],
  ['after a merge', merged, 'ana'],
  ['in a conference', conference, 'ana'],
  ['in a conference that the agent has left', () => conference(2).does(ANA, { step: 'leave' }), 'sue'],
  ['while the agent is away', () => conference().relay({ step: 'drop', person: ANA.id }), 'sue'],
  ['while everybody is away', () => talking().relay({ step: 'drop', person: ANA.id }), 'ana'],
  ['while their own network is away', () => talking().relay({ step: 'drop', person: CLEO.id }), 'ana'],
];

for (const [name, make, wrapUp] of LEAVES)
  test(`VOX 8 V17 the customer leaves ${name}: ${wrapUp ?? 'nobody'} does the wrap-up`, () => {
    const { call } = make().does(CLEO, { step: 'leave' });
    assert.deepEqual([call.state, call.end, call.wrapUp?.id ?? null, placesIn(call)], ['ended', 'customer', wrapUp, []]);
  });

test('VOX 8 V17 of those who are there the one who has been on it longest does the wrap-up, whoever has it', () => {
  const scene = conference()
    .does(SUE, { step: 'transfer', to: { agent: BEN.id } })
    .after(SECOND)
    .does(BEN, { step: 'accept', media: SOUND });
  assert.deepEqual([scene.call.owner, scene.does(CLEO, { step: 'leave' }).call.wrapUp], [BEN.id, named(ANA)]);
});

test('VOX 5 V14 who inherits a call out of a consult has the customer on hold, till they resume', () => {
  for (const scene of [lost(consulting(), ANA), lost(swapped(), ANA)]) {
    assert.deepEqual([scene.call.handledBy, pairs(scene), holdAudio(scene.call)], [named(BEN), [], [CLEO.id]]);
    assert.equal(pairs(scene.does(BEN, { step: 'resume' })).length, 2);
  }
});

test('VOX 8 V14 nobody inherits a call who is gone in the same moment', () => {
  assert.deepEqual([lost(conference(), ANA, SUE).call.state, lost(conference(), SUE, ANA).call.state], ['waiting', 'waiting']);
  assert.equal(lost(consulting(), BEN, ANA).call.state, 'waiting');
  assert.equal(lost(conference(2), ANA, SUE).call.owner, SUPERVISORS[1]?.id);
  assert.deepEqual([lost(talking(), ANA, CLEO).call.end, lost(talking(), ANA, CLEO).call.wrapUp?.id], ['lost', 'ana']);
});

test('VOX 8 V14 a hold ends with the network of who holds, and stays over that of who is held', () => {
  const held = talking().does(ANA, { step: 'hold' }).relay({ step: 'drop', person: ANA.id }).does(ANA, { step: 'rejoin', media: SOUND });
  assert.equal(pairs(held).length, 2);
  const still = talking().does(ANA, { step: 'hold' }).relay({ step: 'drop', person: CLEO.id }).does(CLEO, { step: 'rejoin', media: SOUND });
  assert.deepEqual(holdAudio(still.call), [CLEO.id]);
});

test('VOX 8 V14 what is up by the clock is up, also where no relay has looked; what was told late changes nothing', () => {
  const scene = conference().relay({ step: 'drop', person: ANA.id }).after(REJOINS_WITHIN);
  scene.does(SUE, { step: 'record', what: 'pause' });
  assert.deepEqual([scene.call.owner, scene.last(3)], [SUE.id, ['call.left', 'call.passed', 'recording.paused']]);
  const count = scene.log.length;
  scene.relay({ step: 'due' }).relay({ step: 'drop', person: ANA.id }).relay({ step: 'withdraw' });
  assert.equal(scene.log.length, count);
});
