import assert from 'node:assert/strict';
import type { Mark } from '@deskbell/protocol/marks.js';
import { v7 } from 'uuid';
import { ANA, BEN, WORKSPACE, asAuthor, ended, newCustomer, refusedWith, say, startActive } from '../testing/conversations.js';
import type { Told } from './contract.js';

/** What is appended: order, repeats, rights. */
export function contractOfLogs(told: Told): void {
  told('DLV 5 a log is numbered 1, 2, 3 ... in the order of arrival', async (store) => {
    const { customer, id } = await startActive(store);
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
    const { customer, id } = await startActive(store);
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
    const { customer, id } = await startActive(store);
    const message = v7();
    const first = await say(store, id, customer, 'just in time', { id: message });
    const command = v7();
    await store.changeConversation(WORKSPACE, id, command, ended(ANA, command));
    assert.deepEqual(await say(store, id, customer, 'just in time', { id: message }), { event: first.event, again: true, phase: 'wrapUp' });
    await assert.rejects(say(store, id, customer, 'too late'), refusedWith('wrong-phase'));
  });

  told('an id that another used is refused, and nothing is written', async (store) => {
    const { customer, id } = await startActive(store);
    const message = v7();
    await say(store, id, customer, 'mine', { id: message });
    await assert.rejects(say(store, id, ANA, 'mine too', { id: message }), refusedWith('id-used'));
    assert.equal((await store.eventsAfter(id, 2, 10)).length, 1);
  });

  told('a stranger, a wrong id and another workspace get the same answer', async (store) => {
    const { customer, id } = await startActive(store);
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
    const { customer, id } = await startActive(store);
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

  told('CMP 5 what is marked in a message is kept, whether it comes alone, among others or again', async (store) => {
    const { customer, id } = await startActive(store);
    const marks: Mark[] = [
      { mark: 'bold', from: 0, to: 3 },
      { mark: 'link', from: 4, to: 8, href: 'https://example.com/"a"?b={c},\\d' },
    ];
    const alone = await say(store, id, ANA, 'see here', { marks });
    assert.deepEqual(alone.event.marks, marks);
    const together = await Promise.all([
      say(store, id, customer, 'plain'),
      say(store, id, ANA, 'and here', { marks }),
      say(store, id, customer, 'plain again'),
    ]);
    assert.deepEqual(
      together.map(({ event }) => event.marks),
      [undefined, marks, undefined],
    );
    const saved = await store.eventsAfter(id, 2, 10);
    assert.deepEqual(
      saved,
      [alone, ...together].map(({ event }) => event),
    );
    assert.ok(saved[1] && !('marks' in saved[1]));
    const again = await say(store, id, ANA, 'see here', { id: alone.event.id });
    assert.deepEqual([again.again, again.event], [true, alone.event]);
  });

  told('whether alone or among others, who may not write gets the same answer', async (store) => {
    const { customer, id } = await startActive(store);
    const stranger = asAuthor(await newCustomer(store, 'Somebody else'));
    const attempts: [typeof ANA, string, string][] = [
      [stranger, id, WORKSPACE],
      [BEN, id, WORKSPACE],
      [customer, v7(), WORKSPACE],
      [customer, id, 'other'],
      [ANA, id, 'other'],
    ];
    for (const [by, conversation, workspace] of attempts) {
      await assert.rejects(say(store, conversation, by, 'hello', { workspace }), refusedWith('not-found'));
    }
    const command = v7();
    await store.changeConversation(WORKSPACE, id, command, ended(ANA, command));
    await assert.rejects(say(store, id, customer, 'alone'), refusedWith('wrong-phase'));
    const together = await Promise.allSettled([say(store, id, customer, 'both'), say(store, id, ANA, 'both'), say(store, id, BEN, 'both')]);
    assert.deepEqual(
      together.map((outcome) => outcome.status === 'rejected' && (outcome.reason as { code: string }).code),
      ['wrong-phase', 'wrong-phase', 'not-found'],
    );
    assert.equal((await store.eventsAfter(id, 2, 10)).length, 1);
  });

  told('a stranger learns nothing from an id that is in a log', async (store) => {
    const { customer, id } = await startActive(store);
    const message = v7();
    await say(store, id, customer, 'mine', { id: message });
    await assert.rejects(say(store, id, BEN, 'probe', { id: message }), refusedWith('not-found'));
    const [probe, other] = await Promise.allSettled([say(store, id, BEN, 'probe', { id: message }), say(store, id, ANA, 'hello')]);
    assert.ok(probe.status === 'rejected' && refusedWith('not-found')(probe.reason));
    assert.equal(other.status, 'fulfilled');
  });

  told('an agent who lost the conversation is told what became of an earlier message, and writes no more', async (store) => {
    const { id } = await startActive(store);
    const message = v7();
    const first = await say(store, id, ANA, 'one moment', { id: message });
    await store.changeConversation(WORKSPACE, id, v7(), () => ({ row: { agent: { id: BEN.id, name: BEN.name } }, events: [] }));
    assert.deepEqual((await say(store, id, ANA, 'one moment', { id: message })).event, first.event);
    await assert.rejects(say(store, id, ANA, 'and another'), refusedWith('not-found'));
  });

  told('DLV 2 a message that a customer sends again after they were identified is still theirs', async (store) => {
    const known = await store.identifyCustomer(WORKSPACE, null, { externalId: 'u1', name: 'Kim Lee', id: v7() });
    const { customer, id } = await startActive(store);
    const message = v7();
    const first = await say(store, id, customer, 'sent before', { id: message });
    await store.identifyCustomer(WORKSPACE, customer.id, { externalId: 'u1', id: v7() });
    const again = await say(store, id, asAuthor(known), 'sent before', { id: message });
    assert.deepEqual([again.again, again.event], [true, first.event]);
  });

  told('whatever stands in a text or a name comes back as it was', async (store) => {
    const texts = [
      '"',
      '\\',
      '\\"',
      '{NULL}',
      'NULL',
      '',
      ',',
      "'; drop table events; --",
      'a\nb\tc',
      '\u202eevil',
      '😀'.repeat(50),
      'é',
      '%s$1',
    ];
    const strange = { id: 'NULL', name: '"O\\Brien", {x}', role: 'supervisor' } as const;
    const { customer, id } = await startActive(store, strange);
    for (const text of texts) await say(store, id, customer, text);
    await Promise.all(texts.map((text, index) => say(store, id, index % 2 ? { ...customer, name: text } : strange, text)));
    const log = (await store.eventsAfter(id, 2, 100)).flatMap((event) => (event.type === 'message.sent' ? [event] : []));
    assert.deepEqual(
      log.map(({ text }) => text),
      [...texts, ...texts],
    );
    assert.deepEqual(log[texts.length]?.by, strange);
    assert.deepEqual(log[texts.length + 1]?.by, { ...customer, name: '\\' });
  });

  told('more than a batch holds is saved in order', async (store) => {
    const { customer, id } = await startActive(store);
    const said = await Promise.all(Array.from({ length: 2_500 }, (_, index) => say(store, id, index % 2 ? ANA : customer, String(index))));
    assert.deepEqual(
      said.map(({ event }) => [event.seq, event.text]),
      said.map((_, index) => [index + 3, String(index)]),
    );
  });

  told('a text that the database will not take does not cost the others theirs', async (store) => {
    const { customer, id } = await startActive(store);
    const outcomes = await Promise.allSettled(['a', 'b\u0000', 'c'].map((text) => say(store, id, customer, text)));
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
  });

  told('the same id in two conversations is two messages', async (store) => {
    const [one, other] = await Promise.all([startActive(store), startActive(store)]);
    const message = v7();
    const said = await Promise.all([one, other].map(({ id, customer }) => say(store, id, customer, 'hello', { id: message })));
    assert.deepEqual(
      said.map(({ again, event }) => [again, event.seq]),
      [
        [false, 3],
        [false, 3],
      ],
    );
  });
}
