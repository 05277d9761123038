import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LiveEventOf } from '@deskbell/protocol/events.js';
import type { RefusalCode } from '@deskbell/protocol/refusals.js';
import { MemoryOutbox } from './memory-outbox.js';
import type { Outgoing } from './outbox.js';
import { Sender } from './sender.js';
import { ManualClock } from './testing/manual-clock.js';

const HERE = 'here';
const THERE = 'there';

const message = (id: string, conversation = HERE, text = id): Outgoing => ({ type: 'message.send', id, conversation, text });

const refused = (id: string, code: RefusalCode, more: Partial<LiveEventOf<'refused'>> = {}): LiveEventOf<'refused'> => ({
  type: 'refused',
  id,
  code,
  detail: '',
  ...more,
});

const sending = () => {
  const clock = new ManualClock();
  const sent: string[] = [];
  const moves: string[] = [];
  const outbox = new MemoryOutbox(() => undefined);
  let ready = true;
  const sender = new Sender({
    clock,
    outbox,
    send: ({ id }) => sent.push(id),
    lane: ({ conversation }) => conversation,
    ready: () => ready,
    elsewhere: (conversation) => (conversation === 'nowhere' ? HERE : undefined),
    move: (from, to) => moves.push(`${from} to ${to}`),
  });
  const add = (...commands: Outgoing[]) => {
    for (const command of commands) outbox.add(command, clock.now());
    sender.pump();
  };
  const states = () => outbox.entries.map(({ command, state, why }) => [command.id, state, ...(why ? [why] : [])].join(' '));
  const setReady = (value: boolean) => (ready = value);
  return { clock, sent, moves, outbox, sender, add, states, setReady };
};

test('DLV 5 of one conversation the next message goes when the one before has arrived', () => {
  const { add, sender, sent, states } = sending();
  add(message('a'), message('b'), message('c'));
  assert.deepEqual(sent, ['a']);
  sender.settle('a');
  sender.pump();
  assert.deepEqual(sent, ['a', 'b']);
  assert.deepEqual(states(), ['b sending', 'c sending']);
});

test('conversations do not wait for each other', () => {
  const { add, sent } = sending();
  add(message('a'), message('b', THERE), message('c'));
  assert.deepEqual(sent, ['a', 'b']);
});

test('nothing goes before it may', () => {
  const { add, sender, sent, setReady } = sending();
  setReady(false);
  add(message('a'));
  assert.deepEqual(sent, []);
  setReady(true);
  sender.pump();
  assert.deepEqual(sent, ['a']);
});

for (const code of ['slow-down', 'unavailable'] as const) {
  test(`DLV 5 refused with "${code}", it waits as long as it was told, and nothing overtakes it`, async () => {
    const { add, sender, sent, clock, states } = sending();
    add(message('a'), message('b'));
    assert.equal(sender.refuse(refused('a', code, { retryAfter: 3_000 })), true);
    await clock.advance(2_999);
    assert.deepEqual(sent, ['a']);
    await clock.advance(1);
    assert.deepEqual(sent, ['a', 'a']);
    assert.deepEqual(states(), ['a sending', 'b sending']);
  });
}

test('a fault of the relay is met three times, then the person decides', async () => {
  const { add, sender, sent, clock, states } = sending();
  add(message('a'), message('b'));
  for (let fault = 0; fault < 4; fault++) {
    sender.refuse(refused('a', 'internal'));
    await clock.advance(2_000);
  }
  assert.deepEqual(states(), ['a failed', 'b sending']);
  assert.deepEqual(sent, ['a', 'a', 'a', 'a', 'b']);
  sender.settle('b');
  sender.resend('a');
  assert.equal(sent.at(-1), 'a');
});

for (const code of ['wrong-phase', 'not-found', 'too-long', 'malformed', 'id-used', 'wrong-role'] as const) {
  test(`refused with "${code}", it says why and lets the others go on`, () => {
    const { add, sender, sent, states } = sending();
    add(message('a'), message('b'));
    sender.refuse(refused('a', code));
    assert.deepEqual(states(), [`a refused ${code}`, 'b sending']);
    assert.deepEqual(sent, ['a', 'b']);
  });
}

test('a conversation that may not begin, as one is open, moves there', () => {
  const { add, sender, moves, states } = sending();
  add({ type: 'conversation.start', id: 'start', conversation: HERE }, message('a'));
  sender.refuse(refused('start', 'already-open', { conversation: THERE }));
  assert.deepEqual(moves, ['here to there']);
  assert.deepEqual(states(), ['a sending']);
});

test('DLV 5 a message for a conversation that never began goes to the one that is open', () => {
  const { add, sender, moves, states } = sending();
  add(message('a', 'nowhere'));
  sender.refuse(refused('a', 'not-found'));
  assert.deepEqual(moves, ['nowhere to here']);
  assert.deepEqual(states(), ['a sending']);
});

test('an end that is refused is over and done with', () => {
  const { add, sender, states } = sending();
  add({ type: 'conversation.end', id: 'end', conversation: HERE });
  sender.refuse(refused('end', 'wrong-phase'));
  assert.deepEqual(states(), []);
});

test("a refusal of what was not sent here is somebody else's", () => {
  const { add, sender, states } = sending();
  add(message('a'), message('b'));
  assert.equal(sender.refuse(refused('b', 'wrong-phase')), false);
  assert.equal(sender.refuse(refused('x', 'wrong-phase')), false);
  assert.equal(sender.refuse({ type: 'refused', code: 'not-found', detail: '' }), false);
  assert.deepEqual(states(), ['a sending', 'b sending']);
});

test('DLV 5 what has no answer within 10 s is sent again under its id', async () => {
  const { add, sender, sent, clock } = sending();
  add(message('a'));
  await clock.advance(10_000);
  assert.deepEqual(sent, ['a', 'a']);
  sender.settle('a');
  await clock.advance(60_000);
  assert.deepEqual(sent, ['a', 'a']);
  assert.equal(clock.timers, 0);
});

test('on a new connection everything goes again from the first that has not arrived', () => {
  const { add, sender, sent, clock } = sending();
  add(message('a'), message('b'));
  sender.reset();
  assert.equal(clock.timers, 0);
  sender.pump();
  assert.deepEqual(sent, ['a', 'a']);
});

test('what would not fit into a frame is refused before it closes the socket', () => {
  const { add, sender, sent, states } = sending();
  add(message('a', HERE, 'ü'.repeat(40_000)), message('b'));
  sender.pump();
  assert.deepEqual(sent, ['b']);
  assert.deepEqual(states(), ['a refused too-long', 'b sending']);
});
