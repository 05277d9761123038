import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askCustomer } from './asking.js';
import { legOf } from './call.js';
import { hearings, holdAudio, linksOf, recordingOf } from './hearing.js';
import {
  ANA,
  ASKED,
  BEN,
  CLEO,
  SOUND,
  SUE,
  Scene,
  chat,
  conference,
  consulting,
  given,
  merged,
  ringing,
  rings,
  swapped,
  talking,
  waiting,
} from './testing/scene.js';

const pairs = ({ call }: Scene) => hearings(call).map(({ from, to }) => `${from}>${to}`);
const recorded = ({ call }: Scene) => {
  const { state, why } = recordingOf(call);
  return [state, ...why];
};

test('VOX 1 V6 each says what they send; who is muted is heard by nobody, and hears', () => {
  const scene = talking().does(ANA, { step: 'show', muted: true });
  assert.deepEqual([pairs(scene), linksOf(scene.call).length, holdAudio(scene.call)], [['cleo>ana'], 2, []]);
  scene.does(ANA, { step: 'show', muted: false, video: true }).does(CLEO, { step: 'show', screen: true });
  assert.deepEqual(legOf(scene.call, ANA.id)?.media, { audio: true, video: true, screen: false, muted: false });
  assert.deepEqual(legOf(scene.call, CLEO.id)?.media, { audio: true, video: false, screen: true, muted: false });
  scene.does(ANA, { step: 'show', audio: false });
  assert.deepEqual(pairs(scene), ['cleo>ana']);
});

test('VOX 1 V7 the agent holds the customer, who hears hold audio and nothing else till the agent resumes', () => {
  const scene = talking().does(ANA, { step: 'hold' });
  assert.deepEqual([pairs(scene), holdAudio(scene.call)], [[], [CLEO.id]]);
  assert.equal(scene.refusal(ANA, { step: 'hold' })[0], 'wrong-phase');
  assert.equal(scene.refusal(CLEO, { step: 'resume' })[0], 'wrong-phase');
  assert.deepEqual(pairs(scene.does(ANA, { step: 'resume' })).length, 2);
});

test('VOX 1 V7 the customer may hold too, and where both do, both have to resume', () => {
  const scene = talking().does(CLEO, { step: 'hold' }).does(ANA, { step: 'hold' }).does(ANA, { step: 'resume' });
  assert.deepEqual([pairs(scene), holdAudio(scene.call)], [[], [CLEO.id]]);
  assert.equal(pairs(scene.does(CLEO, { step: 'resume' })).length, 2);
});

test('VOX 8 V7 in a conference the others go on while one of them holds; nobody talks privately while the customer is held', () => {
  const scene = conference(2).does(SUE, { step: 'hold' });
  assert.deepEqual([pairs(scene).filter((pair) => pair.includes(SUE.id)), pairs(scene).length, holdAudio(scene.call)], [[], 6, [SUE.id]]);
  assert.deepEqual(pairs(merged().does(ANA, { step: 'hold' })), []);
  assert.deepEqual(pairs(merged().relay({ step: 'drop', person: CLEO.id })), []);
});

test('VOX 5 V8 nobody hears anybody before the call is answered, while it waits, and after its end', () => {
  for (const scene of [ringing(), waiting(), given(), talking().does(ANA, { step: 'end' })]) assert.deepEqual(linksOf(scene.call), []);
  assert.deepEqual(
    [ringing(), waiting(), given()].map(({ call }) => holdAudio(call)),
    [[], [CLEO.id], [CLEO.id]],
  );
});

test('VOX 8 V8 whose agent is away hears hold audio, not silence; who is muted out hears silence', () => {
  assert.deepEqual(holdAudio(talking().relay({ step: 'drop', person: ANA.id }).call), [CLEO.id]);
  assert.deepEqual(holdAudio(consulting().relay({ step: 'drop', person: ANA.id }).call), [CLEO.id, BEN.id]);
  assert.deepEqual(holdAudio(talking().relay({ step: 'drop', person: CLEO.id }).call), []);
});

test('VOX 10 V18 recording runs where it is enabled, from the answer on', () => {
  assert.deepEqual([recorded(ringing()), recorded(talking()), recorded(merged())], [['off'], ['running'], ['running']]);
  assert.deepEqual(recorded(talking().does(CLEO, { step: 'leave' })), ['off']);
});

test('VOX 10 V18 it is paused on hold, all through a consult, with a secured form open, and while either is away', () => {
  assert.deepEqual(recorded(talking().does(ANA, { step: 'hold' })), ['paused', 'hold', 'away']);
  for (const scene of [rings(), consulting()]) assert.equal(recorded(scene).includes('consult'), true);
  assert.deepEqual(recorded(swapped()), ['paused', 'consult']);
  const secured = talking().relay({ step: 'secure', form: 'card', on: true }).relay({ step: 'secure', form: 'card', on: true });
  secured.relay({ step: 'secure', form: 'address', on: true }).relay({ step: 'secure', form: 'card', on: false });
  assert.deepEqual(recorded(secured), ['paused', 'secured']);
  assert.deepEqual(recorded(secured.relay({ step: 'secure', form: 'address', on: false })), ['running']);
  for (const person of [ANA.id, CLEO.id]) assert.deepEqual(recorded(talking().relay({ step: 'drop', person })), ['paused', 'away']);
  assert.deepEqual(recorded(given()), ['paused', 'away']);
});

test('VOX 10 V18 who has the call starts, pauses and resumes it by hand, each once; hands do not resume what a hold has paused', () => {
  const scene = talking();
  assert.match(scene.refusal(ANA, { step: 'record', what: 'start' })[1], /runs already/);
  assert.match(scene.refusal(ANA, { step: 'record', what: 'resume' })[1], /was not paused/);
  scene.does(ANA, { step: 'record', what: 'pause' });
  assert.deepEqual([recorded(scene), scene.refusal(ANA, { step: 'record', what: 'pause' })[0]], [['paused', 'by-hand'], 'wrong-phase']);
  scene.does(ANA, { step: 'hold' }).does(ANA, { step: 'record', what: 'resume' });
  assert.deepEqual(recorded(scene), ['paused', 'hold', 'away']);
  for (const person of [CLEO, SUE]) assert.equal(conference().refusal(person, { step: 'record', what: 'pause' })[0], 'wrong-role');
});

test('VOX 10 V18 where the workspace does not record, nothing runs, and nobody can start it', () => {
  const scene = new Scene((facts) => askCustomer(ASKED, ANA, chat(), { ...facts, mayRecord: false }));
  scene.does(CLEO, { step: 'accept', media: SOUND });
  assert.deepEqual(recorded(scene), ['off']);
  assert.deepEqual(recorded(scene.does(ANA, { step: 'record', what: 'start' })), ['running']);
  scene.mayRecord = false;
  assert.equal(scene.refusal(ANA, { step: 'record', what: 'start' })[0], 'wrong-role');
});
