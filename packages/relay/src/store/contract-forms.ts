import assert from 'node:assert/strict';
import type { Author } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { v7 } from 'uuid';
import { ANA, BEN, WORKSPACE, refusedWith, startActive } from '../testing/conversations.js';
import type { Told } from './contract.js';
import type { AnswerPlace, FormAnswer } from './forms-store.js';
import type { Change, ConversationRow, Store } from './store.js';

const FORM = { id: 'return', name: 'Return', secured: false, fields: [] };
const SEALED = { key: 'k1', values: { account: { enc: 'e', ct: 'c' }, card: { enc: 'f', ct: 'd"\\{' } } };

/** A conversation in which a form was sent. */
async function asked(store: Store) {
  const talk = await startActive(store);
  const form = v7();
  await store.changeConversation(WORKSPACE, talk.id, form, () => ({
    row: {},
    events: [{ type: 'form.sent', id: form, at: 3_000, by: ANA, form: FORM }],
  }));
  return { ...talk, form };
}

type Asked = Awaited<ReturnType<typeof asked>>;

const answerTo = ({ id: conversation, form, customer }: Asked, more: Partial<FormAnswer> = {}): FormAnswer => ({
  workspace: WORKSPACE,
  conversation,
  id: v7(),
  form,
  customer: customer.id,
  files: [],
  sealed: SEALED,
  expiresAt: null,
  ...more,
});

const filledIn =
  (by: Author, { id, form }: FormAnswer) =>
  (_: ConversationRow, { answered, attachments }: AnswerPlace): Change => {
    if (answered) throw new RelayError('wrong-phase');
    if (!attachments) throw new RelayError('not-found');
    const filled = { form, name: 'Return', values: { order: 'H-1' }, masked: ['account', 'card'] };
    return {
      row: { awaitingSince: 4_000 },
      events: [{ type: 'form.answered', id, at: 4_000, by, ...filled, ...(attachments.length > 0 && { attachments: [...attachments] }) }],
    };
  };

const send = (store: Store, { customer }: Asked, answer: FormAnswer) => store.answerForm(answer, filledIn(customer, answer));

/** A file that is ready, of somebody. */
async function readyFile(store: Store, uploader: Author, name = 'bill.pdf'): Promise<string> {
  const id = v7();
  const side = uploader.role === 'customer' ? 'customer' : 'agent';
  const row = await store.startFile({ id, workspace: WORKSPACE, side, uploader: uploader.id, name, size: 3, alt: '', at: 1, due: 9e9 });
  await store.changeFile(row, { state: 'ready', type: 'application/pdf' });
  return id;
}

/** Answers to forms. */
export function contractOfForms(told: Told): void {
  told('FRM 4 FM6 an answer is saved with what is sealed, once, and its repeat changes nothing', async (store) => {
    const talk = await asked(store);
    const answer = answerTo(talk, { expiresAt: 50_000 });
    const { row, events, again } = await send(store, talk, answer);
    assert.deepEqual([row.seq, row.awaitingSince, again, events.length], [4, 4_000, false, 1]);
    assert.deepEqual(await store.event(talk.id, answer.id), events[0]);
    assert.deepEqual(await store.eventsAfter(talk.id, 3, 9), events);
    assert.doesNotMatch(JSON.stringify(events), /"(ct|enc|key)"/);
    const repeat = await store.answerForm(answer, () => assert.fail('asked again'));
    assert.deepEqual([repeat.again, repeat.events], [true, events]);
    // Two values, with their time, and no more of them after the repeat.
    assert.deepEqual([await store.eraseExpired(49_999, 9), await store.eraseExpired(50_000, 9)], [0, 2]);
  });

  told('FRM 2 FM5 of several answers to a form at the same moment one is saved, and the others know', async (store, another) => {
    const talk = await asked(store);
    const other = await another();
    const answers = await Promise.allSettled(
      [store, other, store, other].map((relay) => send(relay, talk, answerTo(talk, { expiresAt: 5 }))),
    );
    assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const answer of answers) if (answer.status === 'rejected') assert.ok(refusedWith('wrong-phase')(answer.reason));
    assert.equal((await store.eventsAfter(talk.id, 0, 9)).length, 4);
    assert.equal(await store.eraseExpired(5, 9), 2);
    // The next form is another one.
    const next = { ...talk, form: v7() };
    assert.equal((await send(store, next, answerTo(next))).again, false);
  });

  told('FRM 5 FM4 an answer that is refused leaves nothing behind', async (store) => {
    const talk = await asked(store);
    const file = await readyFile(store, talk.customer);
    const row = await store.conversation(WORKSPACE, talk.id);
    const answer = answerTo(talk, { expiresAt: 5, files: [{ id: file }] });
    const refuse = (): never => {
      throw new RelayError('malformed');
    };
    await assert.rejects(store.answerForm(answer, refuse), refusedWith('malformed'));
    await assert.rejects(store.answerForm({ ...answer, workspace: 'other' }, refuse), refusedWith('not-found'));
    assert.deepEqual(await store.conversation(WORKSPACE, talk.id), row);
    assert.equal(await store.eraseExpired(9e9, 9), 0);
    assert.equal((await store.file(WORKSPACE, file))?.conversation, null);
    assert.equal((await send(store, talk, answer)).again, false);
  });

  told('FRM 1 U8 files go along in their order, all or none, once, and only the customer’s own', async (store) => {
    const talk = await asked(store);
    const files = [await readyFile(store, talk.customer, 'b.pdf'), await readyFile(store, talk.customer, 'a.pdf')] as const;
    const unready = v7();
    const begun = { side: 'customer', uploader: talk.customer.id, name: 'x', size: 1, alt: '', at: 1, due: 9e9 } as const;
    await store.startFile({ id: unready, workspace: WORKSPACE, ...begun });
    for (const foreign of [await readyFile(store, BEN), await readyFile(store, { ...BEN, role: 'customer' }), unready, v7()])
      await assert.rejects(send(store, talk, answerTo(talk, { files: [{ id: files[0] }, { id: foreign }] })), refusedWith('not-found'));
    const answer = answerTo(talk, { files: [{ id: files[1], alt: 'The "bill", {1}' }, { id: files[0] }] });
    const { events } = await send(store, talk, answer);
    const [event] = events;
    assert.deepEqual(event?.type === 'form.answered' && event.attachments, [
      { id: files[1], name: 'a.pdf', size: 3, type: 'application/pdf', alt: 'The "bill", {1}', thumbnail: false },
      { id: files[0], name: 'b.pdf', size: 3, type: 'application/pdf', thumbnail: false },
    ]);
    const kept = await store.file(WORKSPACE, files[1]);
    assert.deepEqual([kept?.conversation, kept?.alt], [talk.id, 'The "bill", {1}']);
    const next = { ...talk, form: v7() };
    await assert.rejects(send(store, next, answerTo(next, { files: [{ id: files[0] }] })), refusedWith('not-found'));
  });

  told('FRM 4 FM8 what has no end stays, and of many that are over each is erased by one', async (store, another) => {
    const talk = await asked(store);
    const other = await another();
    for (const expiresAt of [null, 1_000, 2_000, 3_000]) {
      const next = { ...talk, form: v7() };
      await send(store, next, answerTo(next, { expiresAt }));
    }
    assert.equal(await store.eraseExpired(3_000, 1), 1);
    const erased = await Promise.all([store, other, store, other].map((relay) => relay.eraseExpired(2_000, 100)));
    assert.equal(
      erased.reduce((sum, count) => sum + count),
      3,
    );
    assert.deepEqual([await store.eraseExpired(9e12, 100), await store.eraseExpired(9e12, 100)], [2, 0]);
  });
}
