import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RINGS_FOR } from '@deskbell/protocol/calls.js';
import { customerLeg, isHeld, legOf, stageOf } from './call.js';
import { placesIn } from './effects.js';
import { hearings, holdAudio } from './hearing.js';
import {
  ANA,
  BEN,
  CLEO,
  EVE,
  SECOND,
  SOUND,
  SUE,
  conference,
  consulting,
  merged,
  named,
  rings,
  swapped,
  talking,
} from './testing/scene.js';

const pairs = (scene: ReturnType<typeof talking>) => hearings(scene.call).map(({ from, to }) => `${from}>${to}`);

test('VOX 5 V10 who is consulted has to be there, without any load, a slot for calls, and not on a call', () => {
  const cases = [
    [{ available: false }, 'not-there'],
    [{ hasSlot: false }, 'no-slot'],
    [{ load: 1 }, 'still-busy'],
    [{ call: 'another' }, 'already-open'],
  ] as const;
  for (const [change, code] of cases) {
    const [refused, detail] = talking().know(BEN, change).refusal(ANA, { step: 'consult', agent: BEN.id });
    assert.deepEqual([refused, /Ben .+[;,] /.test(detail)], [code, true]);
  }
  for (const agent of [ANA.id, 'nobody']) assert.equal(talking().refusal(ANA, { step: 'consult', agent })[0], 'not-found');
});

test('VOX 5 V10 who becomes busy the moment they are consulted cannot accept, and can when they are free again', () => {
  const scene = rings();
  for (const [change, code] of [
    [{ load: 1 }, 'still-busy'],
    [{ call: 'another' }, 'already-open'],
    [{ available: false }, 'not-there'],
  ] as const)
    assert.equal(scene.know(BEN, change).refusal(BEN, { step: 'accept', media: SOUND })[0], code);
  assert.deepEqual([scene.call.consult?.state, isHeld(customerLeg(scene.call)!)], ['ringing', false]);
  // What this call itself takes of Ben is none of what makes them busy.
  scene.know(BEN, { call: 'call' }).does(BEN, { step: 'accept', media: SOUND });
  assert.equal(scene.call.consult?.state, 'private');
});

test('VOX 5 V8 the customer is on hold from the ring on, hears hold audio, and nothing of the consult', () => {
  assert.deepEqual([pairs(rings()), holdAudio(rings().call)], [[], [CLEO.id]]);
  assert.deepEqual([pairs(consulting()), holdAudio(consulting().call)], [['ana>ben', 'ben>ana'], [CLEO.id]]);
});

test('VOX 5 V12 swap goes to the customer and back; the other one is on hold', () => {
  const scene = swapped();
  assert.deepEqual([pairs(scene), holdAudio(scene.call)], [['cleo>ana', 'ana>cleo'], [BEN.id]]);
  scene.does(ANA, { step: 'swap' });
  assert.deepEqual([pairs(scene), holdAudio(scene.call)], [['ana>ben', 'ben>ana'], [CLEO.id]]);
});

test('VOX 5 V12 swap, merge and forward need somebody who has accepted, and is there', () => {
  for (const step of ['swap', 'merge', 'forward'] as const) {
    assert.match(rings().refusal(ANA, { step })[1], /Ben has not accepted the consult; wait, or end it/);
    assert.match(consulting().relay({ step: 'drop', person: BEN.id }).refusal(ANA, { step })[1], /connection of Ben was lost; wait/);
  }
});

test('VOX 6 V9 a merge makes it a conference, in which all hear all, also out of a swap', () => {
  for (const scene of [merged(), swapped().does(ANA, { step: 'merge' })]) {
    assert.deepEqual(
      [stageOf(scene.call), legOf(scene.call, BEN.id)?.role, pairs(scene).length, holdAudio(scene.call)],
      ['conference', 'participant', 6, []],
    );
  }
  const consulted = talking().does(ANA, { step: 'consult', agent: SUE.id }).does(SUE, { step: 'accept', media: SOUND });
  assert.equal(legOf(consulted.does(ANA, { step: 'merge' }).call, SUE.id)?.role, 'supervisor');
});

test('VOX 6 V9 of two merges at once the second finds none, and is told that it is a conference', () => {
  assert.deepEqual(merged().refusal(ANA, { step: 'merge' }), [
    'wrong-phase',
    'merge: there is no consult: the call is a conference already',
  ]);
  // The other one left in that instant.
  assert.equal(consulting().does(BEN, { step: 'leave' }).refusal(ANA, { step: 'merge' })[0], 'wrong-phase');
});

test('VOX 5 V11 after a consult that the agent ends the customer is back; after one that ends by itself they stay on hold till the agent resumes', () => {
  for (const scene of [rings(), consulting()]) {
    scene.does(ANA, { step: 'unconsult' });
    assert.deepEqual(pairs(scene), ['cleo>ana', 'ana>cleo']);
  }
  const byItself = [
    [rings().does(BEN, { step: 'decline' }), 'declined'],
    [rings().after(RINGS_FOR).relay({ step: 'due' }), 'unanswered'],
    [consulting().does(BEN, { step: 'leave' }), 'left'],
    [
      consulting()
        .relay({ step: 'drop', person: BEN.id })
        .after(60 * SECOND)
        .relay({ step: 'due' }),
      'lost',
    ],
  ] as const;
  for (const [scene, why] of byItself) {
    const last = scene.log.at(-1);
    assert.ok(last?.type === 'consult.ended');
    assert.deepEqual([last.why, last.holds, pairs(scene), holdAudio(scene.call)], [why, true, [], [CLEO.id]]);
    assert.deepEqual(placesIn(scene.call), [{ id: ANA.id, busy: true }]);
    assert.deepEqual(pairs(scene.does(ANA, { step: 'resume' })), ['cleo>ana', 'ana>cleo']);
  }
  assert.deepEqual(pairs(swapped().does(BEN, { step: 'leave' })), ['cleo>ana', 'ana>cleo']);
});

test('VOX 7 V15 out of a consult the agent is off at once, the customer waits, and who was consulted accepts and has it', () => {
  for (const scene of [consulting(), swapped()]) {
    scene.does(ANA, { step: 'forward' });
    assert.deepEqual([scene.call.state, scene.call.owner, holdAudio(scene.call)], ['waiting', null, [CLEO.id]]);
    assert.deepEqual(placesIn(scene.call), [{ id: BEN.id, busy: true }]);
    scene.know(BEN, { call: 'call' }).does(BEN, { step: 'accept', media: SOUND });
    assert.deepEqual([scene.call.state, scene.call.owner, scene.call.handledBy, pairs(scene).length], ['live', BEN.id, named(BEN), 2]);
  }
  assert.equal(consulting().refusal(ANA, { step: 'forward', agent: EVE.id })[0], 'not-found');
});

test('VOX 7 V15 a forward that is not accepted waits in the queue, and is nobody else’s till then', () => {
  for (const scene of [
    consulting().does(ANA, { step: 'forward' }).does(BEN, { step: 'decline' }),
    consulting()
      .does(ANA, { step: 'forward' })
      .after(30 * SECOND)
      .relay({ step: 'due' }),
    consulting().does(ANA, { step: 'forward' }).relay({ step: 'withdraw' }),
  ]) {
    assert.deepEqual(scene.last(2), ['call.offer-ended', 'call.returned']);
    assert.deepEqual([scene.call.waits?.queue?.id, scene.call.waits?.offer, placesIn(scene.call)], ['sales', null, []]);
    assert.deepEqual(holdAudio(scene.call), [CLEO.id]);
  }
});

test('VOX 7 V15 in a conference the other one has it at once; of several, who is named', () => {
  const scene = merged().does(ANA, { step: 'forward' });
  assert.deepEqual([scene.call.owner, legOf(scene.call, ANA.id), legOf(scene.call, BEN.id)?.role], [BEN.id, undefined, 'agent']);
  assert.equal(conference(2).refusal(ANA, { step: 'forward' })[0], 'malformed');
  assert.equal(conference(2).refusal(ANA, { step: 'forward', agent: EVE.id })[0], 'not-found');
  const named = conference(2).does(ANA, { step: 'forward', agent: 'tom' });
  assert.deepEqual([named.call.owner, stageOf(named.call)], ['tom', 'conference']);
});
