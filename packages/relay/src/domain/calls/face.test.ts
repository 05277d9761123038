import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callEventFor } from '@deskbell/protocol/call-events.js';
import { callSchema } from '@deskbell/protocol/calls.js';
import * as v from 'valibot';
import { conversationOf, placeChanges } from './effects.js';
import { callFor } from './face.js';
import { foldCall } from './fold.js';
import {
  ANA,
  BEN,
  CLEO,
  SOUND,
  SUE,
  askedAna,
  conference,
  consulting,
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

const SCENES: readonly (() => Scene)[] = [
  ringing,
  waiting,
  askedAna,
  talking,
  rings,
  consulting,
  swapped,
  merged,
  conference,
  given,
  () => consulting().does(ANA, { step: 'forward' }),
  () => merged().does(CLEO, { step: 'leave' }),
];

test('VOX 1 V20 what each side is told of a call is what the protocol says, and nothing else', () => {
  for (const make of SCENES)
    for (const side of ['customer', 'agent'] as const) {
      const face = callFor(side, make().call);
      assert.deepEqual(v.parse(v.strictObject(callSchema.entries), JSON.parse(JSON.stringify(face))), face);
    }
});

test('VOX 5 V20 a customer learns nothing of a consult, but that they are on hold; and who joins them, when they do', () => {
  for (const make of [rings, consulting, () => consulting().does(ANA, { step: 'forward' }), () => lostBen()]) {
    const { call, log } = make();
    const told = JSON.stringify([callFor('customer', call), log.map((event) => callEventFor('customer', event))]);
    assert.equal(/ben|"consulted|supervisor/i.test(told), false, told);
    assert.match(JSON.stringify([callFor('agent', call), log.map((event) => callEventFor('agent', event))]), /Ben/);
  }
  assert.deepEqual(
    callFor('customer', consulting().call).legs.map(({ person, held }) => [person.id, held]),
    [
      ['cleo', true],
      ['ana', false],
    ],
  );
  assert.match(JSON.stringify(callFor('customer', merged().call)), /Ben/);
  assert.deepEqual(callFor('agent', swapped().call).legs.find(({ role }) => role === 'consulted')?.held, true);
});

/** Of the network of who is consulted, too. */
const lostBen = (): Scene =>
  consulting().relay({ step: 'drop', person: BEN.id }).does(BEN, { step: 'rejoin', media: SOUND }).does(BEN, { step: 'leave' });

test('VOX 1 V20 a customer does not learn to whom they are put, who does the wrap-up, nor why nothing is recorded', () => {
  for (const make of [askedAna, given]) {
    const face = callFor('customer', make().call);
    assert.deepEqual([face.waits?.offer, callFor('agent', make().call).waits?.offer === null], [null, false]);
  }
  const asked = askedAna().log[0];
  assert.ok(asked?.type === 'call.asked');
  assert.deepEqual([callEventFor('customer', asked)?.offer, callEventFor('agent', asked)], [null, asked]);
  const ended = talking().does(ANA, { step: 'end' });
  assert.deepEqual([callFor('customer', ended.call).wrapUp, callFor('agent', ended.call).wrapUp], [null, named(ANA)]);
  const last = ended.log.at(-1);
  assert.ok(last?.type === 'call.ended');
  assert.equal(callEventFor('customer', last)?.wrapUp, null);
  const secured = talking().relay({ step: 'secure', form: 'card', on: true });
  assert.deepEqual(callFor('customer', secured.call).recording, { state: 'paused', why: [] });
  assert.deepEqual(callFor('agent', secured.call).recording, { state: 'paused', why: ['secured'] });
});

test('VOX 1 V1 a call is what its log folds to', () => {
  for (const make of SCENES) {
    const { call, log } = make();
    const [asked, ...then] = log;
    assert.ok(asked?.type === 'call.asked');
    assert.deepEqual(foldCall('call', [asked, ...then]), call);
  }
});

test('VOX 1 V19 the call’s own conversation waits, is active, in wrap-up and closed by itself, whatever the chat is', () => {
  const stands = (scene: Scene) => {
    const { phase, agent } = conversationOf(scene.call);
    return [phase, agent?.id ?? null];
  };
  assert.deepEqual(
    [ringing, waiting, talking, given].map((make) => stands(make())),
    [
      ['active', 'ana'],
      ['waiting', null],
      ['active', 'ana'],
      ['waiting', null],
    ],
  );
  assert.deepEqual(stands(conference().does(CLEO, { step: 'leave' })), ['wrapUp', 'ana']);
  assert.deepEqual(stands(given().does(CLEO, { step: 'leave' })), ['closed', null]);
});

test('VOX 5 V4 a change takes and frees slots of those alone who come and go; who is consulted keeps theirs till the end', () => {
  const steps: readonly (readonly [() => Scene, (scene: Scene) => Scene, Partial<ReturnType<typeof placeChanges>>])[] = [
    [talking, (scene) => scene.does(ANA, { step: 'consult', agent: BEN.id }), { taken: ['ben'], busy: ['ben'] }],
    [rings, (scene) => scene.does(BEN, { step: 'accept', media: SOUND }), {}],
    [consulting, (scene) => scene.does(ANA, { step: 'swap' }), {}],
    [consulting, (scene) => scene.does(ANA, { step: 'merge' }), {}],
    [consulting, (scene) => scene.does(ANA, { step: 'forward' }), { freed: ['ana'], idle: ['ana'] }],
    [rings, (scene) => scene.does(BEN, { step: 'decline' }), { freed: ['ben'], idle: ['ben'] }],
    [talking, (scene) => scene.does(SUE, { step: 'join', media: SOUND }), { taken: ['sue'], busy: ['sue'] }],
    [talking, (scene) => scene.does(ANA, { step: 'transfer', to: { agent: BEN.id } }), { taken: ['ben'], freed: ['ana'], idle: ['ana'] }],
    [given, (scene) => scene.does(BEN, { step: 'accept', media: SOUND }), { busy: ['ben'] }],
    [given, (scene) => scene.does(BEN, { step: 'decline' }), { freed: ['ben'] }],
    [talking, (scene) => scene.relay({ step: 'drop', person: ANA.id }), {}],
    [merged, (scene) => scene.does(CLEO, { step: 'leave' }), { freed: ['ana', 'ben'], idle: ['ana', 'ben'] }],
  ];
  for (const [make, change, expected] of steps) {
    const scene = make();
    const before = scene.call;
    assert.deepEqual(
      placeChanges(before, change(scene).call),
      { taken: [], freed: [], busy: [], idle: [], ...expected },
      scene.last(1).join(),
    );
  }
  assert.deepEqual(placeChanges(undefined, ringing().call), { taken: ['ana'], freed: [], busy: ['ana'], idle: [] });
});
