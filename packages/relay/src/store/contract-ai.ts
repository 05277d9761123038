import assert from 'node:assert/strict';
import type { Told } from './contract.js';

/** What models cost. */
export function contractOfAi(told: Told): void {
  told('W5 a budget is never overdrawn, whoever takes of it at the same moment, and every day has its own', async (store, another) => {
    const other = await another();
    const take = (relay: typeof store, day = 7) => relay.reserveTokens('harbour', day, 300, 1_000);
    const taken = await Promise.all(Array.from({ length: 12 }, (_, index) => take(index % 2 === 0 ? store : other)));
    assert.equal(taken.filter(Boolean).length, 3);
    assert.equal(await store.reserveTokens('harbour', 7, 101, 1_000), false);
    assert.equal(await store.reserveTokens('harbour', 7, 100, 1_000), true);
    assert.deepEqual([await take(store, 8), await store.reserveTokens('other', 7, 1_000, 1_000)], [true, true]);
  });

  told('W5 what is given back can be taken again, and no more than was taken', async (store) => {
    assert.equal(await store.reserveTokens('harbour', 7, 1_001, 1_000), false);
    assert.equal(await store.reserveTokens('harbour', 7, 900, 1_000), true);
    await store.returnTokens('harbour', 7, 600);
    assert.equal(await store.reserveTokens('harbour', 7, 701, 1_000), false);
    assert.equal(await store.reserveTokens('harbour', 7, 700, 1_000), true);
    await store.returnTokens('harbour', 7, 1e9);
    assert.equal(await store.reserveTokens('harbour', 7, 1_000, 1_000), true);
    assert.equal(await store.reserveTokens('harbour', 7, 1, 1_000), false);
    await store.returnTokens('nobody', 7, 5);
  });
}
