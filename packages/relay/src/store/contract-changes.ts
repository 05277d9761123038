import assert from 'node:assert/strict';
import { fold, type Log } from '@deskbell/protocol/fold.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { v7 } from 'uuid';
import {
  ANA,
  BEN,
  WORKSPACE,
  accepted,
  asAuthor,
  disposed,
  ended,
  newCustomer,
  refusedWith,
  say,
  startActive,
  startOne,
} from '../testing/conversations.js';
import { summaryOf } from '../domain/summary-of.js';
import type { Told } from './contract.js';

/** What changes conversations beside messages, and that their rows and logs tell the same. */
export function contractOfChanges(told: Told): void {
  told('the row is what folding its events gives', async (store) => {
    const customer = await newCustomer(store);
    const { row, events } = await startOne(store, customer);
    let log: Log = { summary: summaryOf(row), events };
    const command = v7();
    await say(store, row.id, asAuthor(customer), 'anybody there');
    await store.changeConversation(WORKSPACE, row.id, command, accepted(ANA, command));
    await Promise.all([
      say(store, row.id, ANA, 'yes'),
      say(store, row.id, asAuthor(customer), 'good', { at: 4_000 }),
      say(store, row.id, asAuthor(customer), 'so', { at: 5_000 }),
    ]);
    for (const [decide, author] of [
      [ended, ANA],
      [disposed, ANA],
    ] as const) {
      for (const event of await store.eventsAfter(row.id, log.summary.seq, 10)) {
        const next = fold(log, event, 'agent');
        assert.notEqual(next, 'gap');
        log = next as Log;
      }
      const now = await store.conversation(WORKSPACE, row.id);
      assert.deepEqual(log.summary, now && summaryOf(now));
      const id = v7();
      await store.changeConversation(WORKSPACE, row.id, id, decide(author, id));
    }
  });

  told('of two who accept at once one gets it', async (store) => {
    const { row } = await startOne(store, await newCustomer(store));
    const accept = (by: typeof ANA) => {
      const command = v7();
      return store.changeConversation(WORKSPACE, row.id, command, (now) => {
        assert.equal(now.phase, 'waiting');
        return accepted(by, command)(now);
      });
    };
    const outcomes = await Promise.allSettled([accept(ANA), accept(BEN)]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal((await store.eventsAfter(row.id, 0, 10)).length, 2);
  });

  told('a command that is performed twice changes once', async (store) => {
    const { row } = await startOne(store, await newCustomer(store));
    const command = v7();
    const first = await store.changeConversation(WORKSPACE, row.id, command, accepted(ANA, command));
    const second = await store.changeConversation(WORKSPACE, row.id, command, () => assert.fail('asked again'));
    assert.deepEqual([first.again, second.again], [false, true]);
    assert.deepEqual(second.events, first.events);
  });

  told('WID 3 a customer has one open conversation, and is told which', async (store) => {
    const customer = await newCustomer(store);
    const { row } = await startOne(store, customer);
    await assert.rejects(
      startOne(store, customer),
      (error: { code: string; conversation: string }) => error.code === 'already-open' && error.conversation === row.id,
    );
    assert.equal((await startOne(store, customer, { id: row.id })).again, true);
    await assert.rejects(startOne(store, await newCustomer(store), { id: row.id }), refusedWith('id-used'));
    const starts = await newCustomer(store).then((other) =>
      Promise.allSettled([startOne(store, other), startOne(store, other), startOne(store, other)]),
    );
    assert.equal(starts.filter(({ status }) => status === 'fulfilled').length, 1);
  });

  told('DLV 1 a mark of what was read only grows, and never past the end', async (store) => {
    const { customer, id } = await startActive(store);
    await say(store, id, customer, 'one');
    assert.deepEqual(await store.markRead(WORKSPACE, id, 'agent', 99), { customer: 0, agent: 3 });
    assert.equal(await store.markRead(WORKSPACE, id, 'agent', 2), null);
    assert.equal(await store.markRead('other', id, 'customer', 3), null);
  });

  told('a refused change leaves nothing behind', async (store) => {
    const { row } = await startOne(store, await newCustomer(store));
    await assert.rejects(
      store.changeConversation(WORKSPACE, row.id, v7(), () => {
        throw new RelayError('wrong-phase');
      }),
      refusedWith('wrong-phase'),
    );
    assert.deepEqual(await store.conversation(WORKSPACE, row.id), row);
  });

  told('of an acceptance and a customer who leaves at the same moment, the second knows of the first', async (store) => {
    const customer = await newCustomer(store);
    const { row } = await startOne(store, customer);
    const [command, leave] = [v7(), v7()];
    const [taken, left] = await Promise.all([
      store.changeConversation(WORKSPACE, row.id, command, accepted(ANA, command)),
      store.changeConversation(WORKSPACE, row.id, leave, ended(asAuthor(customer), leave)),
    ]);
    const first = taken.row.seq < left.row.seq ? taken : left;
    const second = first === taken ? left : taken;
    assert.deepEqual([first.row.seq, second.row.seq], [2, 3]);
    if (second === left) assert.equal(left.row.phase, 'wrapUp');
  });

  told('a conversation is begun once, however often it is asked for at the same moment', async (store) => {
    const customer = await newCustomer(store);
    const id = v7();
    const begun = await Promise.all(Array.from({ length: 4 }, () => startOne(store, customer, { id })));
    assert.equal(begun.filter(({ again }) => !again).length, 1);
    assert.equal((await store.eventsAfter(id, 0, 10)).length, 1);
  });

  told('an id of another workspace is as good as used, and an unknown customer begins nothing', async (store) => {
    const { row } = await startOne(store, await newCustomer(store));
    await assert.rejects(startOne(store, await newCustomer(store, 'Kim', 'other'), { id: row.id }), refusedWith('id-used'));
    const nobody = { id: v7(), workspace: WORKSPACE, name: '', email: null, externalId: null };
    await assert.rejects(startOne(store, nobody), refusedWith('not-found'));
  });
}
