import assert from 'node:assert/strict';
import { v7 } from 'uuid';
import { ANA, WORKSPACE, asAuthor, ended, newCustomer, refusedWith, say, startActive, startOne } from '../testing/conversations.js';
import type { Told } from './contract.js';

/** What is found again, by whom. */
export function contractOfFinding(told: Told): void {
  told('TRY 2 a tray has what waits, first come first, and what is one’s own', async (store) => {
    const waiting = [];
    for (const at of [3_000, 1_000, 2_000]) waiting.push((await startOne(store, await newCustomer(store), { at })).row);
    const mine = await startActive(store);
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
    const { customer, id } = await startActive(store);
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

  told('TRY 2 what is searched for is found in any case and under the newest name', async (store) => {
    const customer = await newCustomer(store, 'Änne Öz');
    const { row } = await startOne(store, customer);
    await say(store, row.id, asAuthor(customer), 'Wo ist meine GRÖSSE, bitte?');
    const find = async (search: string) =>
      (await store.closed({ workspace: WORKSPACE, search, page: null, limit: 10 })).conversations.length;
    assert.equal((await find('größe')) + (await find('grösse')), 0);
    const id = v7();
    await store.changeConversation(WORKSPACE, row.id, id, ended(asAuthor(customer), id));
    assert.deepEqual([await find('grösse'), await find('änne'), await find('zz')], [1, 1, 0]);
    await store.introduceCustomer(WORKSPACE, customer.id, { name: 'Zz Top' });
    assert.deepEqual([await find('änne'), await find('zz')], [0, 1]);
  });

  told('INF 4 the notes about a customer come from all conversations, newest first, a page at a time', async (store) => {
    const customer = await newCustomer(store);
    const note = async (conversation: string, text: string, at: number, id = v7()) =>
      store.changeConversation(WORKSPACE, conversation, id, () => ({ row: {}, events: [{ type: 'note.added', id, at, by: ANA, text }] }));
    const { row: first } = await startOne(store, customer);
    await note(first.id, 'one', 1_000);
    const end = v7();
    await store.changeConversation(WORKSPACE, first.id, end, ended(asAuthor(customer), end));
    const { row: second } = await startOne(store, customer, { at: 5_000 });
    await note(second.id, 'two', 6_000);
    await say(store, second.id, asAuthor(customer), 'no note');
    await note(first.id, 'three', 7_000);
    const { row: strange } = await startOne(store, await newCustomer(store));
    await note(strange.id, 'about somebody else', 8_000);
    const find = (page: string | null, workspace = WORKSPACE) => store.notes({ workspace, customer: customer.id, page, limit: 2 });
    const newest = await find(null);
    const oldest = await find(newest.next);
    assert.deepEqual(
      [...newest.notes, ...oldest.notes].map(({ text, conversation, seq, by }) => [text, conversation, seq, by.id]),
      [
        ['three', first.id, 4, 'ana'],
        ['two', second.id, 2, 'ana'],
        ['one', first.id, 2, 'ana'],
      ],
    );
    assert.deepEqual([oldest.notes.length, oldest.next, await find(null, 'other')], [1, null, { notes: [], next: null }]);
  });

  told('INF 3 the closed conversations of one customer are found', async (store) => {
    const customers = [await newCustomer(store), await newCustomer(store)];
    const ids: string[] = [];
    for (const customer of customers)
      for (const at of [5_000, 6_000]) {
        const { row } = await startOne(store, customer);
        const id = v7();
        await store.changeConversation(WORKSPACE, row.id, id, ended(asAuthor(customer), id, at));
        ids.push(row.id);
      }
    await startOne(store, customers[0]!);
    const find = async (customer: string, page: string | null, workspace = WORKSPACE) =>
      store.closed({ workspace, customer, search: '', page, limit: 1 });
    const first = await find(customers[0]!.id, null);
    const second = await find(customers[0]!.id, first.next);
    assert.deepEqual(
      [first, second].flatMap(({ conversations }) => conversations.map(({ id }) => id)),
      [ids[1], ids[0]],
    );
    assert.equal(second.next, null);
    assert.deepEqual((await find(customers[0]!.id, null, 'other')).conversations, []);
  });

  told('a page that was never given out is refused', async (store) => {
    for (const page of ['', 'x', '1_2', "1_'; drop table events; --"]) {
      await assert.rejects(store.closed({ workspace: WORKSPACE, search: '', page, limit: 10 }), refusedWith('malformed'));
      await assert.rejects(store.notes({ workspace: WORKSPACE, customer: v7(), page, limit: 10 }), refusedWith('malformed'));
    }
  });

  told('what a customer says of themselves is kept, and nobody else hears it', async (store) => {
    const customer = await newCustomer(store, '');
    const { row } = await startOne(store, customer);
    await store.introduceCustomer(WORKSPACE, customer.id, { name: 'Kim' });
    const introduced = await store.introduceCustomer(WORKSPACE, customer.id, { email: 'kim@example.com' });
    assert.deepEqual([introduced.name, introduced.email], ['Kim', 'kim@example.com']);
    assert.equal((await store.conversation(WORKSPACE, row.id))?.customer.name, 'Kim');
    assert.equal(await store.customer('other', customer.id), undefined);
    await assert.rejects(store.introduceCustomer('other', customer.id, { name: 'Eve' }), refusedWith('not-found'));
  });

  told('WID 4 two who are vouched for as the same person at the same moment become one', async (store) => {
    const visitors = await Promise.all(Array.from({ length: 4 }, () => newCustomer(store, '')));
    const known = await Promise.all(visitors.map(({ id }) => store.identifyCustomer(WORKSPACE, id, { externalId: 'u1', id: v7() })));
    assert.equal(new Set(known.map(({ id }) => id)).size, 1);
  });
}
