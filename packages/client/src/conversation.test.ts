import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '@deskbell/protocol/commands.js';
import type { LogEvent } from '@deskbell/protocol/events.js';
import { Conversation } from './conversation.js';
import { ManualClock } from './testing/manual-clock.js';
import { ANA, seed } from './testing/scenes.js';
import { simulateRelay } from './testing/simulate-relay.js';
import { texts } from './testing/texts.js';

/** A conversation of some messages as its customer follows it; what the relay would tell is given by hand, in any order. */
const following = (messages = 4) => {
  const clock = new ManualClock();
  const relay = simulateRelay({ clock });
  const id = seed(relay, { messages, lines: Array.from({ length: messages }, (_, index) => String(index + 1)) });
  const log = relay.logs.get(id);
  assert.ok(log);
  const events: readonly LogEvent[] = log.events;
  const sent: Command[] = [];
  const arrived: string[] = [];
  let gone = false;
  const conversation = new Conversation({
    side: 'customer',
    clock,
    summary: { ...log.summary, seq: 0 },
    send: (command) => sent.push(command),
    pending: () => [],
    reacting: () => [],
    changed: () => undefined,
    arrived: (command) => arrived.push(command),
    gone: () => (gone = true),
  });
  /** The answer to a follow, as of when the log had `upTo` events. */
  const open = (upTo: number, after = 0) => {
    conversation.take({ type: 'conversation.opened', conversation: { ...log.summary, seq: upTo }, events: events.slice(after, upTo) });
  };
  const event = (seq: number) => {
    const found = events[seq - 1];
    assert.ok(found);
    conversation.take(found);
  };
  const seqs = () => conversation.view.log.events.map(({ seq }) => seq);
  return { clock, conversation, events, sent, arrived, open, event, seqs, gone: () => gone };
};

const follows = (sent: readonly Command[]) => sent.flatMap((command) => (command.type === 'conversation.follow' ? [command.after] : []));

test('DLV 5 what is missing is asked for once, and what came early waits for it', () => {
  const { conversation, sent, open, event, seqs } = following();
  conversation.follow();
  open(2);
  event(5);
  event(4);
  event(6);
  assert.deepEqual(seqs(), [1, 2]);
  assert.deepEqual(follows(sent), [undefined, 2]);
  event(3);
  assert.deepEqual(seqs(), [1, 2, 3, 4, 5, 6]);
});

test('DLV 5 an answer that crossed with newer events loses none of them', () => {
  const { conversation, sent, open, event, seqs } = following();
  conversation.follow();
  open(2);
  event(5);
  open(3, 2);
  assert.deepEqual(seqs(), [1, 2, 3]);
  assert.deepEqual(follows(sent), [undefined, 2, 3]);
  open(5, 3);
  assert.deepEqual(seqs(), [1, 2, 3, 4, 5]);
});

test('DLV 5 repeats change nothing', () => {
  const { conversation, open, event, seqs } = following();
  conversation.follow();
  open(4);
  const before = conversation.view;
  event(4);
  event(2);
  open(3);
  assert.deepEqual(seqs(), [1, 2, 3, 4]);
  assert.deepEqual(conversation.view.log, before.log);
});

test('DLV 5 what is told before the log was looked at takes its place behind it', () => {
  const { sent, open, event, seqs } = following();
  event(4);
  assert.deepEqual(follows(sent), [undefined]);
  assert.deepEqual(seqs(), []);
  open(3);
  assert.deepEqual(seqs(), [1, 2, 3, 4]);
});

test('after a loss what follows is asked for, and only that', () => {
  const { conversation, sent, open, seqs } = following();
  conversation.follow();
  open(3);
  conversation.lose();
  assert.equal(conversation.synced, false);
  conversation.follow();
  open(5, 3);
  assert.deepEqual(follows(sent), [undefined, 3]);
  assert.deepEqual(seqs(), [1, 2, 3, 4, 5]);
});

test('what was missed for too long is fetched from the newest on, and the rest as history', () => {
  const { conversation, sent, open, events, seqs } = following(100);
  conversation.follow();
  open(3);
  conversation.lose();
  open(90, 60);
  assert.deepEqual(seqs().at(0), 61);
  assert.equal(conversation.view.hasEarlier, true);
  conversation.earlier();
  conversation.earlier();
  assert.deepEqual(
    sent.filter(({ type }) => type === 'history.fetch'),
    [{ type: 'history.fetch', conversation: conversation.id, before: 61, limit: 50 }],
  );
  assert.equal(conversation.view.fetchingEarlier, true);
  conversation.take({ type: 'history.fetched', conversation: conversation.id, before: 61, events: events.slice(0, 60) });
  assert.equal(conversation.view.hasEarlier, false);
  assert.equal(conversation.view.fetchingEarlier, false);
  assert.deepEqual(
    seqs(),
    Array.from({ length: 90 }, (_, index) => index + 1),
  );
});

test('a refused follow is asked again when it may be', async () => {
  const { conversation, sent, clock } = following();
  conversation.follow();
  const refused = { type: 'refused', command: 'conversation.follow', conversation: conversation.id, detail: '' } as const;
  conversation.take({ ...refused, code: 'unavailable', retryAfter: 1_000 });
  await clock.advance(1_000);
  assert.equal(follows(sent).length, 2);
  conversation.take({ ...refused, code: 'slow-down', retryAfter: 1_000 });
  conversation.lose();
  conversation.follow();
  await clock.advance(5_000);
  assert.equal(follows(sent).length, 3);
});

test('a conversation that is not there, or not for this person, is gone', () => {
  const { conversation, gone } = following();
  conversation.take({ type: 'refused', command: 'conversation.follow', conversation: conversation.id, code: 'not-found', detail: '' });
  assert.equal(gone(), true);
});

test('DLV 1 reading is told once, and again only where the relay has not heard of it', () => {
  const { conversation, sent, open } = following();
  const reads = () => sent.filter(({ type }) => type === 'message.read').length;
  conversation.follow();
  open(4);
  conversation.read();
  conversation.read();
  assert.equal(reads(), 1);
  assert.equal(conversation.unread, 0);
  conversation.lose();
  open(4, 4);
  assert.equal(reads(), 2);
  assert.equal(conversation.view.log.summary.read.customer, 4);
});

test('unread are the messages of the other side after the last one seen', () => {
  const { conversation, open, events } = following(6);
  conversation.follow();
  open(events.length);
  assert.equal(conversation.unread, 3);
  conversation.take({ type: 'conversation.read', conversation: conversation.id, read: { customer: 5, agent: 0 } });
  assert.equal(conversation.unread, events.filter(({ type, by, seq }) => type === 'message.sent' && by.role === 'agent' && seq > 5).length);
});

test('DLV 3 whoever has said something does not type any longer', () => {
  const { conversation, open, event } = following();
  conversation.follow();
  open(3);
  conversation.take({ type: 'typing.changed', conversation: conversation.id, by: ANA, on: true });
  assert.deepEqual(conversation.view.typing, [ANA]);
  event(4);
  assert.deepEqual(conversation.view.typing, []);
});

test('the view is the same object until something changes', () => {
  const { conversation, open } = following();
  conversation.follow();
  open(3);
  const before = conversation.view;
  assert.equal(conversation.view, before);
  conversation.touch();
  assert.notEqual(conversation.view, before);
  assert.deepEqual(texts(conversation.view), texts(before));
});
