import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  HOLDINGS,
  SLOT_CHANNELS,
  WRAP_UP_MODES,
  freeSlots,
  isFull,
  loadOf,
  mayTake,
  takesSlot,
  type HeldConversation,
  type Holding,
  type Slots,
  type WrapUpMode,
} from './slots.js';

const RULE: Record<Holding, string> = { offered: 'C1', active: 'C1', snoozed: 'C2', wrapUp: 'C3' };
/** All that take a slot, by name; everything else takes none. */
const TAKING = ['offered immediate', 'offered timed', 'offered off', 'active immediate', 'active timed', 'active off', 'wrapUp timed'];

for (const holding of HOLDINGS)
  for (const wrapUp of WRAP_UP_MODES) {
    const taking = TAKING.includes(`${holding} ${wrapUp}`);
    test(`${RULE[holding]} ${holding} with wrap-up ${wrapUp} takes ${taking ? 'a slot' : 'none'}`, () => {
      for (const channel of SLOT_CHANNELS) {
        const one: HeldConversation = { channel, holding, wrapUp };
        assert.equal(takesSlot(one), taking);
        assert.deepEqual(loadOf([one]), { chat: 0, email: 0, voice: 0, [channel]: taking ? 1 : 0 });
      }
    });
  }

const held = fc.record({
  channel: fc.constantFrom(...SLOT_CHANNELS),
  holding: fc.constantFrom<Holding>(...HOLDINGS),
  wrapUp: fc.constantFrom<WrapUpMode>(...WRAP_UP_MODES),
});
const slots: fc.Arbitrary<Slots> = fc.record({ chat: fc.nat(5), email: fc.nat(5), voice: fc.nat(1) });

test('C1 loads add up channel by channel, in whatever order', () => {
  fc.assert(
    fc.property(fc.array(held), fc.array(held), (some, others) => {
      const [one, two, both] = [loadOf(some), loadOf(others), loadOf([...others, ...some])];
      for (const channel of SLOT_CHANNELS) assert.equal(both[channel], one[channel] + two[channel]);
    }),
  );
});

test('C3 END 2 END 3 END 4 the end of a conversation frees the slot at once but where wrap-up is timed', () => {
  fc.assert(
    fc.property(fc.array(held), held, (others, { channel, wrapUp }) => {
      const during = loadOf([...others, { channel, wrapUp, holding: 'active' }])[channel];
      const after = loadOf([...others, { channel, wrapUp, holding: 'wrapUp' }])[channel];
      assert.equal(during - after, wrapUp === 'timed' ? 0 : 1);
    }),
  );
});

test('C4 a modality is full when each of its channels that has slots is full', () => {
  const capacity = { chat: 2, email: 1, voice: 1 };
  assert.equal(isFull('digital', { chat: 2, email: 0, voice: 0 }, capacity), false);
  assert.equal(isFull('digital', { chat: 2, email: 1, voice: 0 }, capacity), true);
  assert.equal(isFull('voice', { chat: 2, email: 1, voice: 0 }, capacity), false);
  assert.equal(isFull('voice', { chat: 0, email: 0, voice: 1 }, capacity), true);
  assert.equal(isFull('digital', { chat: 2, email: 0, voice: 0 }, { ...capacity, email: 0 }), true);
  assert.equal(isFull('voice', { chat: 0, email: 0, voice: 0 }, { ...capacity, voice: 0 }), false);
});

test('C4 who is full can take nothing in that modality', () => {
  fc.assert(
    fc.property(slots, slots, (load, capacity) => {
      if (isFull('voice', load, capacity)) assert.equal(mayTake('offer', 'voice', load, capacity), false);
      const digital = mayTake('offer', 'chat', load, capacity) || mayTake('offer', 'email', load, capacity);
      if (capacity.chat + capacity.email > 0) assert.equal(isFull('digital', load, capacity), !digital);
    }),
  );
});

test('C5 SNZ 3 offers and transfers need a free slot, what comes back from snooze never does', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SLOT_CHANNELS), slots, slots, (channel, load, capacity) => {
      const room = load[channel] < capacity[channel];
      assert.equal(mayTake('offer', channel, load, capacity), room);
      assert.equal(mayTake('transfer', channel, load, capacity), room);
      assert.equal(mayTake('wake', channel, load, capacity), true);
      assert.equal(freeSlots(channel, load, capacity), room ? capacity[channel] - load[channel] : 0);
    }),
  );
});

test('C5 SNZ 3 after a wake beyond the slots nothing is free until two have gone', () => {
  const capacity = { chat: 1, email: 0, voice: 0 };
  const active: HeldConversation = { channel: 'chat', holding: 'active', wrapUp: 'off' };
  assert.equal(freeSlots('chat', loadOf([active, active]), capacity), 0);
  assert.equal(freeSlots('chat', loadOf([active]), capacity), 0);
  assert.equal(freeSlots('chat', loadOf([]), capacity), 1);
});
