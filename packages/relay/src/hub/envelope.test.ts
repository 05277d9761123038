import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COBROWSE_STATES } from '@deskbell/protocol/cobrowse.js';
import type { LogEvent } from '@deskbell/protocol/events.js';
import { parseEvent } from '@deskbell/protocol/parse.js';
import * as samples from '@deskbell/protocol/testing/arbitraries.js';
import { seenEvents } from '@deskbell/protocol/testing/events.js';
import { deskFace, status } from '@deskbell/protocol/testing/live-events.js';
import fc from 'fast-check';
import { LazyEnvelope } from './envelope.js';
import { topics, type Told } from './hub.js';

const { 'event.hidden': _hidden, ...logged } = seenEvents;

/** Everything that can be told; a new kind does not compile without a line here. */
const tellings: { [K in Told['kind']]: fc.Arbitrary<Extract<Told, { kind: K }>> } = {
  logged: fc.record({ kind: fc.constant('logged'), event: fc.oneof(...(Object.values(logged) as fc.Arbitrary<LogEvent>[])) }),
  read: fc.record({
    kind: fc.constant('read'),
    conversation: samples.id,
    read: fc.record({ customer: fc.nat(), agent: fc.nat() }),
  }),
  typing: fc.record({
    kind: fc.constant('typing'),
    conversation: samples.id,
    by: samples.author,
    side: fc.constantFrom('customer', 'agent'),
    on: fc.boolean(),
    from: fc.string(),
  }),
  'form-reported': fc.record({
    kind: fc.constant('form-reported'),
    conversation: samples.id,
    form: samples.id,
    filled: fc.nat(),
    of: fc.nat(),
  }),
  changed: fc.record({ kind: fc.constant('changed'), summary: samples.summary, taken: fc.boolean() }),
  listening: fc.record({ kind: fc.constant('listening'), on: fc.boolean() }),
  settings: fc.record({ kind: fc.constant('settings'), version: fc.nat() }),
  status: fc.record({ kind: fc.constant('status'), status }),
  'signed-out': fc.constant({ kind: 'signed-out' }),
  desk: fc.record({ kind: fc.constant('desk'), desk: deskFace }),
  cobrowse: fc.record({ kind: fc.constant('cobrowse'), session: fc.record({ id: fc.uuid(), state: fc.constantFrom(...COBROWSE_STATES) }) }),
  moved: fc.record({ kind: fc.constant('moved'), queue: fc.string() }),
  missed: fc.constant({ kind: 'missed' }),
};

/** What customers do not see of a log: how it is routed, put aside and wrapped up. */
const AGENTS_ONLY: readonly LogEvent['type'][] = [
  'offer.made',
  'offer.ended',
  'conversation.skilled',
  'conversation.snoozed',
  'conversation.woken',
  'wrap-up.timed',
  'conversation.closed',
  'conversation.disposed',
  'note.added',
  'summary.added',
  'transcript.missed',
  'transcript.fetched',
  'engagement.changed',
  'action.started',
  'action.performed',
  'survey.planned',
];

const frame = (told: Told, side: 'customer' | 'agent' | 'colleague') => {
  const text = new LazyEnvelope(told).frame(side);
  return text === null ? null : parseEvent(JSON.parse(text));
};

const always = <K extends Told['kind']>(kind: K, check: (told: Extract<Told, { kind: K }>) => void): void => {
  fc.assert(fc.property(tellings[kind] as fc.Arbitrary<Extract<Told, { kind: K }>>, check));
};

for (const kind of Object.keys(tellings) as Told['kind'][]) {
  test(`a telling of the kind ${kind} reads the same on both ends of the wire, and on both ends of a bus`, () => {
    always(kind, (told) => {
      const overTheBus = JSON.parse(JSON.stringify(told)) as Told;
      for (const side of ['customer', 'agent'] as const) assert.deepEqual(frame(overTheBus, side), frame(told, side));
    });
  });
}

test('P8 customers see of a log what the projection lets them see', () => {
  always('logged', (told) => {
    const seen = frame(told, 'customer');
    assert.equal(seen?.type, AGENTS_ONLY.includes(told.event.type) ? 'event.hidden' : told.event.type);
    assert.equal(frame(told, 'agent')?.type, told.event.type);
  });
});

test('TRY 1, STA 1, S5 rows, listening, status and the desk are for agents only', () => {
  always('desk', (told) => {
    assert.equal(frame(told, 'customer'), null);
    assert.deepEqual(frame(told, 'agent'), { type: 'desk.changed', desk: JSON.parse(JSON.stringify(told.desk)) as unknown });
  });
  always('changed', (told) => {
    assert.equal(frame(told, 'customer'), null);
    assert.equal(frame(told, 'agent')?.type, 'conversation.changed');
    const { id, seq } = told.summary;
    assert.deepEqual(frame(told, 'colleague'), told.taken ? { type: 'conversation.left', conversation: id, seq } : null);
  });
  always('listening', (told) => {
    assert.equal(frame(told, 'customer'), null);
    assert.deepEqual(frame(told, 'agent'), { type: 'listening.changed', on: told.on });
  });
  always('status', (told) => {
    assert.equal(frame(told, 'customer'), null);
    assert.deepEqual(frame(told, 'agent'), { type: 'status.changed', status: JSON.parse(JSON.stringify(told.status)) as unknown });
  });
});

test('DLV 3 who types is told to the other side and to other agents, never to the customer’s own', () => {
  always('typing', (told) => {
    assert.equal(frame(told, 'agent')?.type, 'typing.changed');
    assert.equal(frame(told, 'customer') === null, told.side === 'customer');
  });
});

test('DLV 1 both sides hear what was read, and neither hears that a queue moved, what was saved or who signed out', () => {
  always('read', (told) => assert.deepEqual(frame(told, 'customer'), frame(told, 'agent')));
  always('settings', (told) => assert.deepEqual([frame(told, 'customer'), frame(told, 'agent')], [null, null]));
  always('signed-out', (told) => assert.deepEqual([frame(told, 'customer'), frame(told, 'agent')], [null, null]));
  always('cobrowse', (told) => assert.deepEqual([frame(told, 'customer'), frame(told, 'agent')], [null, null]));
  always('moved', (told) => assert.deepEqual([frame(told, 'customer'), frame(told, 'agent')], [null, null]));
});

test('a frame is written once for both sides where both see the same', () => {
  always('logged', (told) => {
    const envelope = new LazyEnvelope(told);
    const [agent, customer] = [envelope.frame('agent'), envelope.frame('customer')];
    assert.equal(envelope.frame('agent'), agent);
    // Customers are told neither how urgent they are where they were transferred to, nor what an AI agent said of them.
    const isCut = ['priority', 'collected', 'intent', 'note', 'failed'].some((part) => part in told.event);
    assert.equal(agent === customer, !AGENTS_ONLY.includes(told.event.type) && !isCut);
  });
});

test('topics of different people and workspaces are different, whatever their ids are', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      fc.pre(one !== other);
      assert.notEqual(topics.agent('w', one), topics.agent('w', other));
      assert.match(topics.agent('w', one), /^agent\.w\.[\w-]*$/);
    }),
  );
  for (const topic of [topics.desk('.a..b.'), topics.queues('.a..b.'), topics.agent('.a..b.', 'ana')])
    assert.doesNotMatch(topic, /\.\.|\.$/);
  assert.notEqual(topics.desk('a.b'), topics.desk('a_b'));
});
