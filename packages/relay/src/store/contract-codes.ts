import assert from 'node:assert/strict';
import { AT, MINUTE, dueOf, fresh, trail, typed, whats, withCode } from '../testing/cobrowse.js';
import { ANA, WORKSPACE } from '../testing/conversations.js';
import type { Told } from './contract.js';
import type { Store } from './store.js';

/** The codes of co-browse sessions, and the passes to them. */
export function contractOfCodes(told: Told): void {
  told('COB 4 CB3 a code is used up once, whoever types it at the same moment, on whatever relay', async (store, another) => {
    const other = await another();
    const { session } = await withCode(store, 'h1');
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? store : other).redeemCode(typed('h1', { from: `home ${String(index)}` }))),
    );
    const found = all.filter((each) => 'session' in each);
    assert.deepEqual(
      found.map((each) => [each.session.id, each.session.state, each.session.site]),
      [[session.id, 'asked', 'shop']],
    );
    assert.deepEqual(all.filter((each) => 'wrong' in each).length, 19);
    assert.equal((await whats(store)).filter((what) => what === 'cobrowse.redeemed').length, 1);
  });

  told('COB 4 CB3 a code is good for five minutes, in its own workspace', async (store) => {
    const { session } = await withCode(store, 'h1');
    assert.deepEqual(await store.redeemCode(typed('h1', { at: AT + 5 * MINUTE })), { wrong: true });
    assert.deepEqual(await store.redeemCode(typed('h1', { workspace: 'other' })), { wrong: true });
    assert.deepEqual(await dueOf(store, session.id), AT + 5 * MINUTE);
    assert.ok('session' in (await store.redeemCode(typed('h1', { at: AT + 5 * MINUTE - 1 }))));
    assert.equal(await dueOf(store, session.id), AT + 15 * MINUTE - 1);
  });

  told('COB 4 CB3 of two codes that are good at once none is like the other; used ones may come again', async (store, another) => {
    const other = await another();
    const begin = (on: Store, drawn: string[]) => {
      const wanted = fresh();
      return on.beginCobrowse(wanted, () => ({ site: null, code: { hash: drawn.shift() ?? 'none left', until: AT + MINUTE }, audit: [] }));
    };
    await Promise.all([
      begin(store, ['same', 'a', 'b', 'c']),
      begin(other, ['same', 'd', 'e']),
      begin(store, ['same', 'a', 'd', 'f', 'g']),
    ]);
    const live = await store.liveCobrowse(WORKSPACE, 'ana');
    assert.equal(live.length, 3);
    const first = await store.redeemCode(typed('same', { at: AT }));
    assert.ok('session' in first);
    await begin(store, ['same']);
    assert.ok('session' in (await store.redeemCode(typed('same', { at: AT }))));
  });

  told('COB 4 CB3 what is kept of a code is what it was given, and nothing of it once it was used', async (store) => {
    await withCode(store, 'h1');
    assert.ok('session' in (await store.redeemCode(typed('h1'))));
    assert.ok(!JSON.stringify(await trail(store)).includes('h1'));
    assert.ok(!JSON.stringify(await store.liveCobrowse(WORKSPACE, 'ana')).includes('h1'));
  });

  told('COB 4 CB9 wrong codes count over all relays, and make wait', async (store, another) => {
    const other = await another();
    await withCode(store, 'h1');
    for (const on of [store, other, store]) assert.deepEqual(await on.redeemCode(typed('wrong')), { wrong: true });
    for (const on of [store, other]) assert.deepEqual(await on.redeemCode(typed('h1')), { wait: 1_000 });
    assert.deepEqual(await store.redeemCode(typed('h1', { workspace: 'other' })), { wrong: true });
    assert.ok('session' in (await other.redeemCode(typed('h1', { at: AT + MINUTE + 1_000 }))));
    assert.deepEqual(await whats(store), [
      'cobrowse.code-made',
      ...Array.from({ length: 3 }, () => 'cobrowse.code-wrong'),
      'cobrowse.redeemed',
    ]);
  });

  told('COB 4 CB9 of a thousand addresses that guess at once no more are heard than may be', async (store, another) => {
    const relays = [store, await another()];
    const guesses = Array.from({ length: 300 }, (_, index) =>
      relays[index % 2]!.redeemCode(typed('wrong', { from: `bot ${String(index % 60)}` })),
    );
    const outcomes = await Promise.all(guesses);
    // Each of the sixty once, and the first few again.
    const wrong = outcomes.filter((each) => 'wrong' in each).length;
    assert.ok(wrong >= 60 && wrong <= 80, String(wrong));
    assert.equal((await whats(store)).length, wrong);
  });

  told('COB 4 CB7 a pass is taken once, within its time, while the session lasts', async (store, another) => {
    const other = await another();
    const { session } = await withCode(store, 'h1');
    const save = (hash: string, at = AT) => store.savePass({ hash, session: session.id, side: 'agent', until: at + 30_000, at });
    const take = (hash: string, at = AT + 1, on = store) =>
      on.takePass(hash, at, ({ id }, side) => ({ what: 'cobrowse.joined', at, who: ANA, session: id, side }));
    await save('p1');
    const taken = (await Promise.all([take('p1'), take('p1', AT + 1, other), take('p1')])).filter((each) => each !== undefined);
    assert.deepEqual(
      taken.map((each) => [each.session.id, each.side]),
      [[session.id, 'agent']],
    );
    assert.equal((await store.cobrowse(WORKSPACE, session.id))?.agentSeen, AT + 1);
    await save('p2');
    assert.equal(await take('p2', AT + 30_000), undefined);
    assert.equal(await take('p2'), undefined);
    assert.equal(await take('never'), undefined);
    await save('p3');
    await store.changeCobrowse(WORKSPACE, session.id, () => ({ row: { state: 'ended', endedAt: AT, end: 'agent' }, audit: [] }));
    assert.equal(await take('p3'), undefined);
    assert.deepEqual(await whats(store), ['cobrowse.code-made', 'cobrowse.joined']);
  });
}
