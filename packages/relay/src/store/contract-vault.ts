import assert from 'node:assert/strict';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { v7 } from 'uuid';
import type { AuditEntry } from '../audit/entry.js';
import { ANA, BEN, WORKSPACE, newCustomer, refusedWith, say, startActive, startOne } from '../testing/conversations.js';
import type { Told } from './contract.js';
import type { Store } from './store.js';

const who = { id: 'operator', name: 'Operator', role: 'system' } as const;
const keyOf = (id: string, workspace = WORKSPACE, madeAt = 1) => ({
  workspace,
  id,
  publicKey: `public ${id}`,
  wrapped: `wrapped ${id}`,
  madeAt,
});
const rotated =
  (key: string) =>
  (before: string | null): AuditEntry => ({ what: 'key.rotated', at: 2, who, key, before });
const trailOf = async (store: Store): Promise<AuditEntry[]> =>
  (await store.audit({ workspace: WORKSPACE, order: 'oldest', after: null, limit: 100 })).map(({ line }) => JSON.parse(line) as AuditEntry);

/** A form that was sent, and not filled in. */
async function sendForm(store: Store, key: string): Promise<{ conversation: string; form: string }> {
  const [{ id: conversation }, form] = [await startActive(store), v7()];
  const snapshot = { id: 'payment', name: 'Payment', secured: true, fields: [] };
  await store.changeConversation(WORKSPACE, conversation, form, () => ({
    row: {},
    events: [{ type: 'form.sent', id: form, at: 1, by: ANA, form: snapshot, vault: { id: key, key: 'public' } }],
  }));
  return { conversation, form };
}

/** Keys, reveals, and what is erased. */
export function contractOfVault(told: Told): void {
  told('FRM 4 VT1 of several who make the first key at once, all go on with one', async (store, another) => {
    const relays = [store, await another(), await another()];
    const rows = await Promise.all(Array.from({ length: 9 }, (_, index) => relays[index % 3]!.makeVaultKey(keyOf(`k${String(index)}`))));
    assert.equal(new Set(rows.map(({ id }) => id)).size, 1);
    assert.deepEqual(await store.vaultKeys(), [rows[0]]);
    assert.equal((await store.makeVaultKey(keyOf('theirs', 'other'))).id, 'theirs');
    assert.deepEqual(
      (await store.vaultKeys('other')).map(({ id }) => id),
      ['theirs'],
    );
    assert.equal(await store.vaultKey('other', rows[0]!.id), undefined);
  });

  told('FRM 4 VT4 a rotation retires the newest, however many rotate at once, and each is a line', async (store, another) => {
    const relays = [store, await another()];
    await store.makeVaultKey(keyOf('first'));
    await Promise.all(['a', 'b', 'c', 'd'].map((id, index) => relays[index % 2]!.rotateVaultKey(keyOf(id), rotated(id))));
    const keys = await store.vaultKeys(WORKSPACE);
    assert.equal(keys.filter(({ retiredAt }) => retiredAt === null).length, 1);
    const lines = await trailOf(store);
    let newest = 'first';
    for (const line of lines) {
      assert.ok(line.what === 'key.rotated');
      assert.equal(line.before, newest);
      newest = line.key;
    }
    assert.deepEqual([lines.length, (await store.vaultKey(WORKSPACE))?.id], [4, newest]);
    assert.equal((await store.vaultKey(WORKSPACE, 'first'))?.wrapped, 'wrapped first');
  });

  told('FRM 4 VT4 all keys are wrapped anew, or none', async (store) => {
    await store.makeVaultKey(keyOf('a'));
    await store.makeVaultKey(keyOf('b', 'other'));
    const wrapped = async () => (await store.vaultKeys()).map((key) => key.wrapped);
    const failing = store.rewrapVaultKeys((key) => (key.id === 'b' ? Promise.reject(new Error('no')) : Promise.resolve('anew')));
    await assert.rejects(failing, /no/);
    assert.deepEqual(await wrapped(), ['wrapped a', 'wrapped b']);
    await store.rewrapVaultKeys((key) => Promise.resolve(`${key.wrapped} anew`));
    assert.deepEqual(await wrapped(), ['wrapped a anew', 'wrapped b anew']);
  });

  told('FRM 4 VT4 a key is dropped when no form that is open needs it any more', async (store) => {
    await store.makeVaultKey(keyOf('old'));
    const { conversation } = await sendForm(store, 'old');
    await store.rotateVaultKey({ ...keyOf('new'), madeAt: 10 }, rotated('new'));
    const drop = (before: number) => store.dropVaultKeys(WORKSPACE, before, (key) => ({ what: 'key.dropped', at: 20, who, key }));
    assert.deepEqual(await drop(20), []);
    await store.changeConversation(WORKSPACE, conversation, v7(), () => ({ row: { phase: 'closed', endedAt: 9 }, events: [] }));
    assert.deepEqual([await drop(10), await drop(20), await drop(1_000)], [[], ['old'], []]);
    assert.deepEqual(
      (await store.vaultKeys(WORKSPACE)).map(({ id }) => id),
      ['new'],
    );
    assert.deepEqual(
      (await trailOf(store)).map(({ what }) => what),
      ['key.rotated', 'key.dropped'],
    );
  });

  told('FRM 3 VT8 a reveal is marked with its line, and a decision that throws leaves neither', async (store) => {
    const place = { workspace: WORKSPACE, ...(await sendForm(store, 'k')) };
    const request = v7();
    const line = { at: 1, who: ANA, conversation: place.conversation, form: { id: 'payment', name: 'Payment' }, request };
    const agains: boolean[] = [];
    const record = (entries: readonly AuditEntry[]) =>
      store.recordReveal(place, request, (_basis, again) => {
        agains.push(again);
        return entries;
      });
    await assert.rejects(
      store.recordReveal(place, request, () => {
        throw new RelayError('reason-needed');
      }),
      refusedWith('reason-needed'),
    );
    await record([{ what: 'reveal.refused', ...line, fields: ['card'], why: 'wrong-role' }]);
    await record([{ what: 'value.revealed', ...line, field: 'card' }]);
    await record([{ what: 'reveal.refused', ...line, fields: ['card'], why: 'id-used' }]);
    assert.deepEqual(agains, [false, false, true]);
    assert.deepEqual(
      (await trailOf(store)).map(({ what }) => what),
      ['reveal.refused', 'value.revealed', 'reveal.refused'],
    );
    const basis = await store.revealBasis(place);
    assert.deepEqual([basis?.row.id, basis?.sent.id, basis?.answered, basis?.saved], [place.conversation, place.form, null, null]);
    for (const wrong of [{ workspace: 'other' }, { form: v7() }, { conversation: v7() }]) {
      assert.equal(await store.revealBasis({ ...place, ...wrong }), undefined);
      await assert.rejects(
        store.recordReveal({ ...place, ...wrong }, v7(), () => []),
        refusedWith('not-found'),
      );
    }
  });

  told('FRM 4 VT15 who is erased is nobody any more in whatever they began, and what others said stays', async (store) => {
    const customer = await store.createCustomer({
      id: v7(),
      workspace: WORKSPACE,
      name: 'Kim Lee',
      email: 'kim@example.com',
      externalId: 'crm-7',
    });
    const [kim, other] = [await startOne(store, customer), await startOne(store, await newCustomer(store, 'Dora'))];
    const author = { id: customer.id, name: customer.name, role: 'customer' } as const;
    await say(store, kim.row.id, author, 'where is my parcel?');
    await store.changeConversation(WORKSPACE, kim.row.id, v7(), () => ({
      row: {},
      events: [
        { type: 'form.answered', id: v7(), at: 2, by: author, form: v7(), name: 'Address', values: { street: 'Pier 7' }, masked: ['card'] },
        { type: 'note.added', id: v7(), at: 3, by: BEN, text: 'a friendly one' },
      ],
    }));
    const erase = () => store.eraseCustomer(WORKSPACE, customer.id, { at: 9, who: { id: 'sue', name: 'Sue', role: 'admin' } });
    await Promise.all([erase(), erase()]);
    await erase();
    assert.deepEqual(await store.customer(WORKSPACE, customer.id), { ...customer, name: '', email: null, externalId: null });
    const log = await store.eventsAfter(kim.row.id, 0, 10);
    assert.deepEqual(
      log.map(({ type, seq }) => [type, seq]),
      [
        ['conversation.started', 1],
        ['message.sent', 2],
        ['form.answered', 3],
        ['note.added', 4],
      ],
    );
    const kept = JSON.stringify([log, await store.conversation(WORKSPACE, kim.row.id)]);
    for (const gone of ['Kim', 'kim@example.com', 'crm-7', 'Pier 7']) assert.ok(!kept.includes(gone), gone);
    for (const there of ['where is my parcel?', 'a friendly one', '"masked":["card"]']) assert.ok(kept.includes(there), there);
    assert.equal((await store.conversation(WORKSPACE, other.row.id))?.customer.name, 'Dora');
    const lines = await trailOf(store);
    assert.deepEqual(lines, [
      { n: 1, what: 'customer.erased', at: 9, who: lines[0]?.who, customer: customer.id, conversations: 1, values: 0 },
    ]);
    await store.introduceCustomer(WORKSPACE, customer.id, { name: 'Kim' });
    await erase();
    assert.deepEqual([(await store.customer(WORKSPACE, customer.id))?.name, (await trailOf(store)).length], ['', 2]);
    // One after the other: nobody waits yet for what fails while the first is waited for.
    for (const [workspace, id] of [
      ['other', customer.id],
      [WORKSPACE, v7()],
    ] as const)
      await assert.rejects(store.eraseCustomer(workspace, id, lines[0]!), refusedWith('not-found'));
  });
}
