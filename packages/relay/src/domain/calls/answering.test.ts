import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RINGS_FOR } from '@deskbell/protocol/calls.js';
import { askAgent, askCustomer, dial } from './asking.js';
import { customerLeg, legOf } from './call.js';
import { conversationOf, placesIn } from './effects.js';
import { hearings } from './hearing.js';
import {
  ANA,
  ASKED,
  BEN,
  CLEO,
  SALES,
  SOUND,
  type Scene,
  askedAna,
  chat,
  named,
  refusalOf,
  ringing,
  talking,
  waiting,
} from './testing/scene.js';

const facts = (change: Parameters<Scene['know']>[1] = {}) => ringing().know(ANA, change).facts;

test('VOX 1 V3 the agent of a chat asks its customer, at whom it rings for 45 seconds', () => {
  const scene = ringing();
  assert.deepEqual([scene.call.state, scene.call.owner, scene.call.chat], ['ringing', ANA.id, 'chat']);
  assert.equal(customerLeg(scene.call)?.until, RINGS_FOR);
  assert.deepEqual([hearings(scene.call), placesIn(scene.call)], [[], [{ id: ANA.id, busy: true }]]);
  scene.does(CLEO, { step: 'accept', media: { audio: true, video: true } });
  assert.deepEqual([scene.call.state, legOf(scene.call, CLEO.id)?.media.video, hearings(scene.call).length], ['live', true, 2]);
});

test('VOX 1 V3 nobody but the agent of the chat asks, while it goes on, once at a time', () => {
  assert.equal(refusalOf(() => askCustomer(ASKED, BEN, chat(), facts()))[0], 'wrong-role');
  assert.equal(refusalOf(() => askCustomer(ASKED, ANA, chat({ isActive: false }), facts()))[0], 'wrong-phase');
  assert.equal(refusalOf(() => askCustomer(ASKED, ANA, chat({ call: 'another' }), facts()))[0], 'already-open');
  assert.equal(refusalOf(() => askCustomer(ASKED, ANA, chat(), facts({ call: 'another' })))[0], 'already-open');
  assert.equal(refusalOf(() => dial(ASKED, ANA, named(CLEO), facts({ call: 'another' })))[0], 'already-open');
});

test('VOX 1 V3 a call that the customer declines, or does not answer, or that is taken back, ends, and nobody owes anything', () => {
  const ends = [
    [ringing().does(CLEO, { step: 'decline' }), 'declined'],
    [ringing().after(RINGS_FOR).relay({ step: 'due' }), 'unanswered'],
    [ringing().does(ANA, { step: 'end' }), 'agent'],
    [ringing().relay({ step: 'drop', person: ANA.id }).after(60_000).relay({ step: 'due' }), 'unanswered'],
  ] as const;
  for (const [{ call }, why] of ends) {
    assert.deepEqual([call.state, call.end, call.wrapUp, placesIn(call)], ['ended', why, null, []]);
    assert.deepEqual(conversationOf(call), { phase: 'closed', agent: null });
  }
  assert.equal(
    ringing()
      .after(RINGS_FOR - 1)
      .relay({ step: 'due' }).call.state,
    'ringing',
  );
  assert.equal(ringing().after(RINGS_FOR).refusal(CLEO, { step: 'accept', media: SOUND })[0], 'wrong-phase');
});

test('VOX 2 V3 a customer’s own call rings at the agent of their chat, and ends where that one declines or does not answer', () => {
  const scene = askedAna();
  assert.deepEqual(
    [scene.call.state, scene.call.waits?.offer?.agent, placesIn(scene.call)],
    ['waiting', named(ANA), [{ id: ANA.id, busy: false }]],
  );
  assert.equal(scene.refusal(BEN, { step: 'accept', media: SOUND })[0], 'not-found');
  scene.does(ANA, { step: 'accept', media: SOUND });
  assert.deepEqual([scene.call.owner, scene.call.handledBy, hearings(scene.call).length], [ANA.id, named(ANA), 2]);
  for (const [{ call }, why] of [
    [askedAna().does(ANA, { step: 'decline' }), 'declined'],
    [askedAna().after(RINGS_FOR).relay({ step: 'due' }), 'unanswered'],
    [askedAna().does(CLEO, { step: 'leave' }), 'customer'],
  ] as const)
    assert.deepEqual([call.state, call.end, call.wrapUp, placesIn(call)], ['ended', why, null, []]);
});

test('VOX 2 V3 without an agent it waits in the queue, is put to one after the other, and ends with the customer', () => {
  const scene = waiting();
  assert.deepEqual([scene.call.waits?.queue, conversationOf(scene.call).phase, placesIn(scene.call)], [SALES, 'waiting', []]);
  scene.relay({ step: 'offer', agent: named(BEN) }).does(BEN, { step: 'decline' });
  assert.deepEqual([scene.call.state, scene.call.waits?.offer, placesIn(scene.call)], ['waiting', null, []]);
  scene.relay({ step: 'offer', agent: named(ANA) });
  assert.equal(scene.does(ANA, { step: 'accept', media: SOUND }).call.state, 'live');
  assert.deepEqual(waiting().does(CLEO, { step: 'leave' }).call.end, 'customer');
});

test('VOX 2 V3 a customer’s call is refused where the agent cannot take it, there is one already, or the chat is another’s', () => {
  const ask = (change: Parameters<typeof chat>[0], known: Parameters<Scene['know']>[1] = {}, taken: string | null = null) =>
    refusalOf(() => askAgent(ASKED, CLEO, chat(change), SALES, taken, facts(known)))[0];
  assert.equal(ask({}, { call: 'another' }), 'already-open');
  assert.equal(ask({}, { available: false }), 'not-there');
  assert.equal(ask({}, { hasSlot: false }), 'no-slot');
  assert.equal(ask({ call: 'another' }), 'already-open');
  assert.equal(ask({}, {}, 'another'), 'already-open');
  assert.equal(ask({ customer: named(BEN) }), 'not-found');
  const waits = askAgent(ASKED, CLEO, chat({ isActive: false }), SALES, null, facts({ available: false }));
  assert.deepEqual([waits.offer, waits.queue], [null, SALES]);
});

test('VOX 8 V5 nobody accepts a second call: who is on another one is refused at the ask, the offer and the accept', () => {
  const scene = waiting().know(BEN, { call: 'another' });
  assert.equal(refusalOf(() => scene.relay({ step: 'offer', agent: named(BEN) }))[0], 'already-open');
  scene
    .know(BEN)
    .relay({ step: 'offer', agent: named(BEN) })
    .know(BEN, { call: 'another' });
  assert.equal(scene.refusal(BEN, { step: 'accept', media: SOUND })[0], 'already-open');
  assert.equal(refusalOf(() => talking().relay({ step: 'offer', agent: named(BEN) }))[0], 'wrong-phase');
});
