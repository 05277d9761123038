import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { LogEvent } from './events.js';
import { isAlikeForAll, seenBy, summaryFor } from './projection.js';
import { summary } from './testing/arbitraries.js';
import { seenEvents } from './testing/events.js';

const { 'event.hidden': _, ...saved } = seenEvents;
const anyEvent = fc.oneof(...(Object.values(saved) as fc.Arbitrary<LogEvent>[]));

/** What only agents get of a hand-over. */
const OF_HAND_OVER = ['collected', 'intent', 'note', 'failed'];

test('agents see every event, customers nothing of routing, snooze, wrap-up, notes, summaries, engagement, actions and planned surveys', () => {
  const forAgents =
    /^(offer\.|wrap-up\.|note\.|summary\.|transcript\.|engagement\.|action\.|survey\.planned$|conversation\.(skilled|snoozed|woken|closed|disposed)$)/;
  fc.assert(
    fc.property(anyEvent, (event) => {
      assert.equal(seenBy('agent', event), event);
      const hidden = forAgents.test(event.type);
      const isHandOver = event.type === 'bot.handed-over';
      const { priority, ...told } = { priority: undefined, ...event };
      const plain = Object.fromEntries(Object.entries(told).filter(([part]) => !isHandOver || !OF_HAND_OVER.includes(part)));
      assert.deepEqual(
        { ...seenBy('customer', event) },
        hidden ? { type: 'event.hidden', conversation: event.conversation, seq: event.seq } : plain,
      );
      assert.equal(isAlikeForAll(event), !hidden && !isHandOver && priority === undefined);
    }),
  );
});

test('INF 4 in place of a note a customer gets a stand-in that keeps the count, and none of its words', () => {
  fc.assert(
    fc.property(saved['note.added'], (note) => {
      assert.deepEqual(seenBy('customer', note), { type: 'event.hidden', conversation: note.conversation, seq: note.seq });
      assert.equal(isAlikeForAll(note), false);
    }),
  );
});

test('a customer is told neither the disposition nor whether the agent still has to give one', () => {
  fc.assert(
    fc.property(summary, (row) => {
      assert.equal(summaryFor('agent', row), row);
      const seen = summaryFor('customer', row);
      assert.equal(seen.disposition, null);
      assert.equal(seen.phase, row.phase === 'wrapUp' ? 'closed' : row.phase);
    }),
  );
});
