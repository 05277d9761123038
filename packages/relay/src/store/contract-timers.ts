import assert from 'node:assert/strict';
import {
  ANA,
  BEN,
  QUEUE,
  WORKSPACE,
  accepted,
  asAuthor,
  ended,
  newCustomer,
  say,
  startActive,
  startOne,
} from '../testing/conversations.js';
import { assignment, cameIn, set, waitingOne } from '../testing/routing.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { v7 } from 'uuid';
import type { Told } from './contract.js';
import { CONVERSATION_TIMERS } from './routing-store.js';

/** What is due, who takes it, and what is found by looking. */
export function contractOfTimers(told: Told): void {
  told('D1 what is due is saved with the change that starts it, and dropped with the one that ends it', async (store) => {
    const id = await waitingOne(store);
    assert.equal(await store.nextDue(), null);
    const timers = { offer: 4_000, wait: 3_000, snooze: 5_000, 'wrap-up': 6_000, summary: 7_000, bot: 8_000 };
    const refused = store.changeConversation(WORKSPACE, id, v7(), () => {
      throw new RelayError('wrong-phase');
    });
    await assert.rejects(refused);
    await set(store, id, {}, timers);
    assert.equal(await store.nextDue(), 3_000);
    await set(store, id, {}, { wait: 9_000, offer: null });
    assert.equal(await store.nextDue(), 5_000);
    await set(store, id, {}, { snooze: null, 'wrap-up': null, wait: null, summary: null, bot: null });
    assert.equal(await store.nextDue(), null);
    assert.deepEqual([...CONVERSATION_TIMERS].sort(), Object.keys(timers).sort());
  });

  told('D1 a change that fails after all leaves nothing due', async (store) => {
    const id = await waitingOne(store);
    const twice = { type: 'conversation.ended', id: v7(), at: 1, by: ANA } as const;
    const failing = store.changeConversation(WORKSPACE, id, v7(), () => ({ row: {}, events: [twice, twice], timers: { wait: 3_000 } }));
    await assert.rejects(failing);
    assert.equal(await store.nextDue(), null);
  });

  told('RTG 3 a wait is due from the start where the queue has an end to it', async (store) => {
    const customer = await newCustomer(store);
    const by = asAuthor(customer);
    const started = {
      type: 'conversation.started',
      id: v7(),
      at: 1_000,
      by,
      customer: { id: by.id, name: by.name },
      queue: QUEUE,
    } as const;
    const id = v7();
    const fresh = { workspace: WORKSPACE, site: 'shop', id, queue: QUEUE, customer: started.customer, at: 1_000, started };
    const { row } = await store.startConversation({ ...fresh, priority: 7, waitsUntil: 8_000 });
    assert.deepEqual(await store.conversation(WORKSPACE, id), row);
    assert.equal(row.priority, 7);
    assert.deepEqual(await store.takeDue(8_000, 9_000, 10), [
      { workspace: WORKSPACE, kind: 'wait', subject: id, due: 8_000, lease: 9_000 },
    ]);
  });

  told('D2 what is due is taken by one of two relays, the longest due first, and no more than asked for', async (store, another) => {
    const other = await another();
    const ids = await Promise.all(Array.from({ length: 60 }, () => waitingOne(store)));
    await Promise.all(ids.map((id, index) => set(store, id, {}, { wait: 2_000 + index, snooze: 90_000 })));
    assert.deepEqual(await store.takeDue(1_999, 9_000, 10), []);
    const first = await store.takeDue(5_000, 9_000, 10);
    assert.deepEqual(first.map(({ subject }) => subject).sort(), ids.slice(0, 10).sort());
    const taken = (await Promise.all([store, other, store, other].map((relay) => relay.takeDue(5_000, 9_000, 20)))).flat();
    const subjects = taken.map(({ subject }) => subject);
    assert.equal(new Set(subjects).size, subjects.length);
    const rest = (await other.takeDue(5_000, 9_000, 60)).map(({ subject }) => subject);
    assert.deepEqual([...subjects, ...rest].sort(), ids.slice(10).sort());
  });

  told('D2 when its lease is over whatever was not ended is taken again', async (store, another) => {
    const id = await waitingOne(store);
    await set(store, id, {}, { wait: 2_000 });
    const [timer] = await store.takeDue(2_000, 12_000, 10);
    const other = await another();
    assert.deepEqual(await other.takeDue(11_999, 20_000, 10), []);
    const [again] = await other.takeDue(12_000, 22_000, 10);
    assert.deepEqual([again?.subject, again?.due, again?.lease], [id, 2_000, 22_000]);
    // It is the other's now.
    await store.endTimer(timer!);
    assert.equal(await store.nextDue(), 2_000);
    await other.endTimer(again!);
    assert.equal(await store.nextDue(), null);
    await other.endTimer(again!);
  });

  told('D4 what was set anew while it was dealt with stays, even to the very end of the lease', async (store) => {
    await cameIn(store);
    for (const due of [12_000, 30_000]) {
      const id = await waitingOne(store);
      await set(store, id, {}, { wait: 2_000, offer: 2_000 });
      const taken = await store.takeDue(2_000, 12_000, 10);
      assert.deepEqual(taken.map(({ kind }) => kind).sort(), ['offer', 'wait']);
      await set(store, id, {}, { wait: due });
      await store.assign(WORKSPACE, [assignment(id, ANA, { until: due })], ANA, 2_000);
      for (const timer of taken) await store.endTimer(timer);
      assert.deepEqual((await store.takeDue(due, 99_000, 10)).map(({ kind }) => kind).sort(), ['offer', 'wait']);
      await set(store, id, {}, { wait: null, offer: null });
    }
  });

  told('L10 SNZ 3 a message of either side wakes what is snoozed, alone and among others; one that is refused does not', async (store) => {
    const { customer, id } = await startActive(store);
    const until = async () => (await store.conversation(WORKSPACE, id))?.snoozedUntil;
    for (const author of [customer, ANA]) {
      await set(store, id, { snoozedUntil: 50_000 });
      await assert.rejects(say(store, id, BEN, 'not mine'));
      assert.equal(await until(), 50_000);
      await say(store, id, author, 'alone');
      assert.equal(await until(), null);
      await set(store, id, { snoozedUntil: 50_000 });
      const other = await startActive(store);
      const together = [say(store, other.id, other.customer, 'hello'), say(store, id, BEN, 'not mine')];
      await Promise.allSettled(together);
      assert.equal(await until(), 50_000);
      await Promise.all([say(store, id, author, 'among'), say(store, other.id, other.customer, 'others')]);
      assert.equal(await until(), null);
    }
  });

  told('N3 what is active with agents who were last seen long ago is found, and not of those who signed out', async (store) => {
    await cameIn(store);
    await cameIn(store, BEN, { seenUntil: 200_000 });
    const [first, second, ofBen, over] = await Promise.all([ANA, ANA, BEN, ANA].map((agent) => startActive(store, agent)));
    await set(store, second!.id, { snoozedUntil: 900_000 });
    await set(store, over!.id, { phase: 'wrapUp' });
    const abandoned = async (before: number, limit = 10) => (await store.abandoned(WORKSPACE, before, limit)).map(({ id }) => id).sort();
    assert.deepEqual(await abandoned(100_000), []);
    assert.deepEqual(await abandoned(100_001), [first!.id, second!.id].sort());
    assert.deepEqual(await abandoned(200_001), [first!.id, second!.id, ofBen!.id].sort());
    assert.equal((await abandoned(200_001, 2)).length, 2);
    assert.deepEqual(await store.abandoned('other', 200_001, 10), []);
    await cameIn(store, ANA, { seenUntil: null });
    assert.deepEqual(await store.abandoned(WORKSPACE, 900_000, 10), [{ id: ofBen!.id, agent: 'ben' }]);
  });

  told('STA 6 customers who are owed a reply are found, but where it was put aside', async (store) => {
    const { customer, id } = await startActive(store);
    const waiting = await startOne(store, await newCustomer(store));
    await say(store, waiting.row.id, asAuthor(waiting.row.customer), 'nobody has this one', { at: 3_000 });
    await say(store, id, customer, 'well?', { at: 3_000 });
    await say(store, id, customer, 'hello?', { at: 8_000 });
    assert.deepEqual(await store.unanswered(WORKSPACE, 2_999), []);
    assert.deepEqual(await store.unanswered(WORKSPACE, 3_000), [{ id, agent: 'ana' }]);
    assert.deepEqual(await store.unanswered('other', 3_000), []);
    await set(store, id, { snoozedUntil: 9_000 });
    assert.deepEqual(await store.unanswered(WORKSPACE, 9_000), []);
    await say(store, id, ANA, 'here', { at: 9_000 });
    assert.deepEqual(await store.unanswered(WORKSPACE, 9_000), []);
  });

  told('E1 what waits, how long others waited, and what an agent has are told by queue and agent', async (store) => {
    for (const [since, at] of [
      [1_000, 4_000],
      [2_000, 3_000],
      [5_000, 5_000],
    ] as const) {
      const { row } = await startOne(store, await newCustomer(store), { at: since });
      const command = v7();
      await store.changeConversation(WORKSPACE, row.id, command, accepted(ANA, command, at));
      if (at === 3_000) await store.changeConversation(WORKSPACE, row.id, v7(), ended(ANA, v7()));
    }
    const offered = await waitingOne(store);
    await set(store, offered, { offer: { agent: ANA, until: 9_000 } });
    const elsewhere = await waitingOne(store);
    await set(store, elsewhere, { queue: { id: 'other', name: 'Other' } });
    const newest = { at: 5_000, waited: 0 };
    assert.deepEqual(await store.waits(WORKSPACE, QUEUE.id, 10), [newest, { at: 4_000, waited: 3_000 }, { at: 3_000, waited: 1_000 }]);
    assert.deepEqual(await store.waits(WORKSPACE, QUEUE.id, 1), [newest]);
    assert.deepEqual(await store.waits(WORKSPACE, 'other', 10), []);
    assert.deepEqual(await store.counts(WORKSPACE), { [QUEUE.id]: 1, other: 1 });
    assert.deepEqual(await store.counts('other'), {});
    const held = await store.heldBy(WORKSPACE, 'ana');
    assert.deepEqual(held.map(({ phase }) => phase).sort(), ['active', 'active', 'waiting', 'wrapUp']);
    assert.equal(held.find(({ phase }) => phase === 'waiting')?.id, offered);
    assert.deepEqual(await store.heldBy(WORKSPACE, 'ben'), []);
  });
}
