import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_SUPERVISORS } from '@deskbell/protocol/calls.js';
import { deskLegs, legOf, stageOf } from './call.js';
import { conversationOf, placesIn } from './effects.js';
import { holdAudio, linksOf } from './hearing.js';
import {
  ANA,
  BEN,
  BILLING,
  CLEO,
  EVE,
  SALES,
  SECOND,
  SOUND,
  SUE,
  SUPERVISORS,
  conference,
  given,
  merged,
  named,
  refusalOf,
  ringing,
  talking,
  type Scene,
} from './testing/scene.js';

const TOM = SUPERVISORS[1]!;
const taken = ({ call }: Scene) => placesIn(call).map(({ id, busy }) => (busy ? id : `${id} rung`));

test('VOX 4 V15 a blind transfer to an agent: who gives is off at once, the customer hears hold audio, who accepts has it', () => {
  const scene = given();
  assert.deepEqual([scene.call.state, scene.call.owner, taken(scene), holdAudio(scene.call)], ['waiting', null, ['ben rung'], [CLEO.id]]);
  assert.equal(scene.refusal(EVE, { step: 'accept', media: SOUND })[0], 'not-found');
  scene.does(BEN, { step: 'accept', media: SOUND });
  assert.deepEqual([scene.call.owner, scene.call.handledBy, taken(scene), linksOf(scene.call).length], [BEN.id, named(BEN), ['ben'], 2]);
});

test('VOX 4 V15 a blind transfer needs an agent who is there, has a slot and no call, and is not on this one', () => {
  const cases = [
    [{ available: false }, 'not-there'],
    [{ hasSlot: false }, 'no-slot'],
    [{ call: 'another' }, 'already-open'],
  ] as const;
  for (const [change, code] of cases)
    assert.equal(
      talking()
        .know(BEN, change)
        .refusal(ANA, { step: 'transfer', to: { agent: BEN.id } })[0],
      code,
    );
  // Other conversations do not matter, as they do for a consult.
  assert.equal(
    talking()
      .know(BEN, { load: 3 })
      .does(ANA, { step: 'transfer', to: { agent: BEN.id } }).call.state,
    'waiting',
  );
  assert.equal(conference().refusal(ANA, { step: 'transfer', to: { agent: SUE.id } })[0], 'not-found');
  assert.equal(talking().refusal(ANA, { step: 'transfer', to: { agent: 'nobody' } })[0], 'not-found');
});

test('VOX 4 V15 a transfer to a queue waits there, and is put to its agents; a queue that is closed is refused', () => {
  const scene = talking().does(ANA, { step: 'transfer', to: { queue: BILLING.id } });
  assert.deepEqual(
    [scene.call.waits?.queue, scene.call.queue, taken(scene), conversationOf(scene.call).phase],
    [BILLING, BILLING, [], 'waiting'],
  );
  scene.relay({ step: 'offer', agent: named(BEN) }).does(BEN, { step: 'accept', media: SOUND });
  assert.deepEqual([scene.call.owner, scene.call.waits], [BEN.id, null]);
  assert.equal(talking().refusal(ANA, { step: 'transfer', to: { queue: 'closed' } })[0], 'not-there');
});

test('VOX 4 V15 what is not accepted waits in the queue, as the newest of its former ones', () => {
  for (const scene of [
    given().does(BEN, { step: 'decline' }),
    given()
      .after(30 * SECOND)
      .relay({ step: 'due' }),
    given().relay({ step: 'withdraw' }),
  ])
    assert.deepEqual([scene.call.state, scene.call.waits?.queue, taken(scene)], ['waiting', SALES, []]);
  assert.equal(
    given()
      .after(30 * SECOND - 1)
      .relay({ step: 'due' }).call.waits?.offer?.agent.id,
    BEN.id,
  );
  assert.equal(
    given()
      .after(30 * SECOND)
      .refusal(BEN, { step: 'accept', media: SOUND })[0],
    'wrong-role',
  );
});

test('VOX 8 V15 everyone in a conference may transfer; those who stay talk on, and who accepts has it', () => {
  const scene = conference().does(SUE, { step: 'transfer', to: { agent: BEN.id } });
  assert.deepEqual([scene.call.owner, taken(scene), linksOf(scene.call).length], [ANA.id, ['ana', 'ben rung'], 2]);
  assert.match(scene.refusal(ANA, { step: 'transfer', to: { agent: EVE.id } })[1], /given to somebody already/);
  assert.match(
    conference(2)
      .does(SUE, { step: 'transfer', to: { agent: BEN.id } })
      .refusal(TOM, { step: 'transfer', to: { agent: EVE.id } })[1],
    /already/,
  );
  scene.does(BEN, { step: 'accept', media: SOUND });
  assert.deepEqual([scene.call.owner, legOf(scene.call, ANA.id)?.role, stageOf(scene.call)], [BEN.id, 'participant', 'conference']);
});

test('VOX 8 V15 what a conference gives away and nobody takes stays with who has it', () => {
  const scene = conference().does(ANA, { step: 'transfer', to: { agent: BEN.id } });
  assert.deepEqual([scene.call.owner, taken(scene)], [SUE.id, ['sue', 'ben rung']]);
  scene.does(BEN, { step: 'decline' });
  assert.deepEqual([scene.last(2), scene.call.owner, scene.call.waits], [['call.offer-ended', 'call.kept'], SUE.id, null]);
});

test('VOX 8 V16 up to four supervisors join beside the agent, each with a slot and System Busy; a fifth does not', () => {
  const scene = conference(MOST_SUPERVISORS);
  assert.deepEqual([deskLegs(scene.call).length, linksOf(scene.call).length], [5, 30]);
  assert.deepEqual(placesIn(scene.call).filter(({ busy }) => busy).length, 5);
  assert.equal(scene.refusal(SUPERVISORS[4]!, { step: 'join', media: SOUND })[0], 'no-slot');
  scene.does(SUE, { step: 'leave' }).does(SUPERVISORS[4]!, { step: 'join', media: SOUND });
  assert.equal(deskLegs(scene.call).length, 5);
});

test('VOX 8 V16 who is asked to take a conference has a place kept in it', () => {
  const scene = conference(MOST_SUPERVISORS).does(SUE, { step: 'transfer', to: { agent: BEN.id } });
  assert.equal(scene.refusal(SUE, { step: 'join', media: SOUND })[0], 'no-slot');
  assert.equal(deskLegs(scene.does(BEN, { step: 'accept', media: SOUND }).call).length, 5);
});

test('VOX 8 V5 a supervisor who is on another call does not join; nor does anybody join what nobody has', () => {
  assert.equal(talking().know(SUE, { call: 'another' }).refusal(SUE, { step: 'join', media: SOUND })[0], 'already-open');
  for (const scene of [ringing(), given()]) assert.equal(scene.refusal(SUE, { step: 'join', media: SOUND })[0], 'wrong-phase');
  assert.equal(talking().refusal(BEN, { step: 'join', media: SOUND })[0], 'not-found');
  // Busy with chats, or away, a supervisor may join: it takes them out of the routing from then on.
  assert.equal(talking().know(SUE, { load: 2, available: false }).does(SUE, { step: 'join', media: SOUND }).call.owner, ANA.id);
});

test('VOX 8 V16 when the agent leaves the supervisor has control, the longest first, before others, and who is there before who is not', () => {
  const scene = conference(2).does(ANA, { step: 'leave' });
  assert.deepEqual([scene.call.owner, taken(scene), scene.last(2)], [SUE.id, ['sue', 'tom'], ['call.left', 'call.passed']]);
  assert.equal(scene.does(SUE, { step: 'end' }).call.wrapUp?.id, SUE.id);
  const dropped = conference(2).relay({ step: 'drop', person: SUE.id }).does(ANA, { step: 'leave' });
  assert.equal(dropped.call.owner, TOM.id);
  const mixed = conference()
    .does(ANA, { step: 'transfer', to: { agent: BEN.id } })
    .does(BEN, { step: 'accept', media: SOUND });
  assert.equal(mixed.after(SECOND).does(TOM, { step: 'join', media: SOUND }).does(BEN, { step: 'leave' }).call.owner, SUE.id);
  assert.equal(merged().does(ANA, { step: 'leave' }).call.owner, BEN.id);
});

test('VOX 8 V16 the agent does not leave a customer alone, nor a consult; whoever else is on it may leave', () => {
  assert.match(talking().refusal(ANA, { step: 'leave' })[1], /customer would be alone; end the call, or transfer it/);
  assert.match(conference().relay({ step: 'drop', person: SUE.id }).refusal(ANA, { step: 'leave' })[1], /alone/);
  assert.deepEqual(taken(conference(2).does(SUE, { step: 'leave' })), ['ana', 'tom']);
  assert.match(conference().refusal(SUE, { step: 'end' })[1], /for the agent who has the call; leave the call/);
});

test('VOX 1 V17 who ends it does the wrap-up; an offer that is open is gone with it', () => {
  const scene = conference()
    .does(SUE, { step: 'transfer', to: { agent: BEN.id } })
    .does(ANA, { step: 'end' });
  assert.deepEqual([scene.call.wrapUp, scene.call.end, taken(scene)], [named(ANA), 'agent', []]);
  assert.deepEqual(conversationOf(scene.call), { phase: 'wrapUp', agent: named(ANA) });
  assert.equal(refusalOf(() => scene.relay({ step: 'offer', agent: named(EVE) }))[0], 'wrong-phase');
  for (const actor of [ANA, CLEO]) assert.equal(scene.refusal(actor, { step: 'leave' })[0], 'wrong-phase');
});

test('VOX 8 V17 its survey is about the last who had it', () => {
  assert.equal(conference().does(ANA, { step: 'leave' }).does(CLEO, { step: 'leave' }).call.handledBy?.id, SUE.id);
  assert.equal(given().does(CLEO, { step: 'leave' }).call.handledBy?.id, ANA.id);
  assert.equal(ringing().does(CLEO, { step: 'decline' }).call.handledBy, null);
});
