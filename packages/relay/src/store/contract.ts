import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RefusalCode } from '@deskbell/protocol/refusals.js';
import { fold, type Log } from '@deskbell/protocol/fold.js';
import { summaryFor } from '@deskbell/protocol/projection.js';
import { v7 } from 'uuid';
import { ANA, BEN, WORKSPACE, accepted, asAuthor, disposed, ended, newCustomer, say, startOne } from '../testing/conversations.js';
import type { ConversationRow, Store } from './store.js';

const refusedWith = (code: RefusalCode) => (error: unknown) => error instanceof Error && 'code' in error && error.code === code;

const summaryOf = ({ workspace: _workspace, site: _site, ...summary }: ConversationRow) => summaryFor('agent', summary);

/** What every driver of the store has to do. `open` gives a store on an empty database. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  const told = (title: string, run: (store: Store) => Promise<void>): void => {
    test(`${title} (${name})`, async () => {
      const store = await open();
      try {
        await run(store);
      } finally {
        await store.close();
      }
    });
  };

  const active = async (store: Store) => {
    const customer = await newCustomer(store);
    const { row } = await startOne(store, customer);
    const command = v7();
    await store.changeConversation(WORKSPACE, row.id, command, accepted(ANA, command));
    return { customer: asAuthor(customer), id: row.id };
  };

  told('DLV 5 a log is numbered 1, 2, 3 ... in the order of arrival', async (store) => {
    const { customer, id } = await active(store);
    const said = await Promise.all(
      Array.from({ length: 50 }, (_, index) => say(store, id, index % 3 ? customer : ANA, `message ${index}`)),
    );
    assert.deepEqual(
      said.map(({ event }) => event.seq),
      Array.from({ length: 50 }, (_, index) => index + 3),
    );
    const log = await store.eventsAfter(id, 0, 100);
    assert.deepEqual(
      log.map(({ seq }) => seq),
      Array.from({ length: 52 }, (_, index) => index + 1),
    );
    assert.deepEqual(
      log.slice(2),
      said.map(({ event }) => event),
    );
  });

  told('DLV 2 a message that is sent twice is saved once, and its event comes back', async (store) => {
    const { customer, id } = await active(store);
    const message = v7();
    const [first, together] = await Promise.all([
      say(store, id, customer, 'once', { id: message }),
      say(store, id, customer, 'once', { id: message }),
    ]);
    const later = await say(store, id, customer, 'once', { id: message });
    assert.deepEqual([first.again, together.again, later.again], [false, true, true]);
    assert.deepEqual(later.event, first.event);
    assert.equal((await store.eventsAfter(id, 2, 10)).length, 1);
  });

  told('DLV 2 a repeat is answered from the log even when nobody may write any more', async (store) => {
    const { customer, id } = await active(store);
    const message = v7();
    const first = await say(store, id, customer, 'just in time', { id: message });
    const command = v7();
    await store.changeConversation(WORKSPACE, id, command, ended(ANA, command));
    assert.deepEqual(await say(store, id, customer, 'just in time', { id: message }), { event: first.event, again: true, phase: 'wrapUp' });
    await assert.rejects(say(store, id, customer, 'too late'), refusedWith('wrong-phase'));
  });

  told('an id that another used is refused, and nothing is written', async (store) => {
    const { customer, id } = await active(store);
    const message = v7();
    await say(store, id, customer, 'mine', { id: message });
    await assert.rejects(say(store, id, ANA, 'mine too', { id: message }), refusedWith('id-used'));
    assert.equal((await store.eventsAfter(id, 2, 10)).length, 1);
  });

  told('a stranger, a wrong id and another workspace get the same answer', async (store) => {
    const { customer, id } = await active(store);
    const stranger = asAuthor(await newCustomer(store, 'Somebody else'));
    for (const attempt of [
      say(store, id, stranger, 'hello'),
      say(store, id, BEN, 'hello'),
      say(store, v7(), customer, 'hello'),
      say(store, id, customer, 'hello', { workspace: 'other' }),
    ]) {
      await assert.rejects(attempt, refusedWith('not-found'));
    }
    assert.equal(await store.conversation('other', id), undefined);
    await assert.rejects(
      store.changeConversation('other', id, v7(), () => ({ row: {}, events: [] })),
      refusedWith('not-found'),
    );
  });

  told('one who may not write does not hold up the others of the batch', async (store) => {
    const { customer, id } = await active(store);
    const outcomes = await Promise.allSettled([
      say(store, id, customer, 'a'),
      say(store, id, BEN, 'no'),
      say(store, id, ANA, 'b'),
      say(store, v7(), ANA, 'no'),
      say(store, id, customer, 'c'),
    ]);
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'],
    );
    const texts = (await store.eventsAfter(id, 2, 10)).map((event) => (event.type === 'message.sent' ? event.text : ''));
    assert.deepEqual(texts, ['a', 'b', 'c']);
  });

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
    assert.equal((await startOne(store, customer, 1_000, row.id)).again, true);
    await assert.rejects(startOne(store, await newCustomer(store), 1_000, row.id), refusedWith('id-used'));
    const starts = await newCustomer(store).then((other) =>
      Promise.allSettled([startOne(store, other), startOne(store, other), startOne(store, other)]),
    );
    assert.equal(starts.filter(({ status }) => status === 'fulfilled').length, 1);
  });

  told('DLV 1 a mark of what was read only grows, and never past the end', async (store) => {
    const { customer, id } = await active(store);
    await say(store, id, customer, 'one');
    assert.deepEqual(await store.markRead(WORKSPACE, id, 'agent', 99), { customer: 0, agent: 3 });
    assert.equal(await store.markRead(WORKSPACE, id, 'agent', 2), null);
    assert.equal(await store.markRead('other', id, 'customer', 3), null);
  });

  told('TRY 2 a tray has what waits, first come first, and what is one’s own', async (store) => {
    const waiting = [];
    for (const at of [3_000, 1_000, 2_000]) waiting.push((await startOne(store, await newCustomer(store), at)).row);
    const mine = await active(store);
    const tray = await store.tray(WORKSPACE, ['support'], 'ana', 10);
    assert.deepEqual(
      tray.map(({ id }) => id),
      [waiting[1]?.id, waiting[2]?.id, waiting[0]?.id, mine.id],
    );
    assert.deepEqual(await store.waitingIn(WORKSPACE, 'support'), [waiting[1]?.id, waiting[2]?.id, waiting[0]?.id]);
    assert.deepEqual(await store.tray(WORKSPACE, ['other'], 'ben', 10), []);
  });

  told('TRY 2 closed conversations are found by name and text, whatever the signs in it, a page at a time', async (store) => {
    const names = ['Ada 100%', 'Bo_b', 'Cy'];
    for (const [index, name] of names.entries()) {
      const customer = await newCustomer(store, name);
      const { row } = await startOne(store, customer);
      await say(store, row.id, asAuthor(customer), index === 2 ? 'The PARCEL came' : 'nothing');
      const id = v7();
      await store.changeConversation(WORKSPACE, row.id, id, ended(asAuthor(customer), id, 5_000 + index));
    }
    const find = async (search: string) =>
      (await store.closed({ workspace: WORKSPACE, search, page: null, limit: 10 })).conversations.map(({ customer }) => customer.name);
    assert.deepEqual(await find(''), ['Cy', 'Bo_b', 'Ada 100%']);
    assert.deepEqual(await find('parcel'), ['Cy']);
    assert.deepEqual(await find('%'), ['Ada 100%']);
    assert.deepEqual(await find('_'), ['Bo_b']);
    const first = await store.closed({ workspace: WORKSPACE, search: '', page: null, limit: 2 });
    const second = await store.closed({ workspace: WORKSPACE, search: '', page: first.next, limit: 2 });
    assert.deepEqual([first.conversations.length, second.conversations.length, second.next], [2, 1, null]);
    assert.deepEqual(await store.closed({ workspace: 'other', search: '', page: null, limit: 2 }), { conversations: [], next: null });
  });

  told('older events come in pages that end where the newer ones begin', async (store) => {
    const { customer, id } = await active(store);
    await Promise.all(Array.from({ length: 20 }, () => say(store, id, customer, 'x')));
    assert.deepEqual(
      (await store.eventsBefore(id, 10, 5)).map(({ seq }) => seq),
      [5, 6, 7, 8, 9],
    );
    assert.deepEqual(
      (await store.eventsAfter(id, 20, 5)).map(({ seq }) => seq),
      [21, 22],
    );
  });

  told('WID 4 a customer whom the site vouches for keeps the conversation they began', async (store) => {
    const anonymous = await newCustomer(store, '');
    const { row } = await startOne(store, anonymous);
    const known = await store.identifyCustomer(WORKSPACE, anonymous.id, { externalId: 'u1', name: 'Kim Lee', id: v7() });
    assert.equal(known.id, anonymous.id);
    const elsewhere = await newCustomer(store, '');
    const { row: second } = await startOne(store, elsewhere);
    const same = await store.identifyCustomer(WORKSPACE, elsewhere.id, { externalId: 'u1', id: v7() });
    assert.deepEqual([same.id, same.name], [anonymous.id, 'Kim Lee']);
    // One open conversation a customer: the second stays where it began.
    assert.equal((await store.openConversationOf(WORKSPACE, known.id))?.id, row.id);
    assert.equal((await store.conversation(WORKSPACE, second.id))?.customer.id, elsewhere.id);
    assert.equal((await store.identifyCustomer(WORKSPACE, known.id, { externalId: 'u2', id: v7() })).externalId, 'u2');
    assert.equal((await store.openConversationOf(WORKSPACE, known.id))?.id, row.id);
  });

  told('an agent is listening when they said so, in every relay', async (store) => {
    assert.equal(await store.listening(WORKSPACE, 'ana'), false);
    await store.setListening(WORKSPACE, 'ana', true);
    assert.deepEqual([await store.listening(WORKSPACE, 'ana'), await store.listening('other', 'ana')], [true, false]);
  });
}
