import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Shelf } from './shelf.js';

/** A shelf, and how its requests are answered. */
const shelf = () => {
  const asked: { give: (version: string) => void; fail: () => void }[] = [];
  const kept = new Shelf(
    () =>
      new Promise<{ version: string }>((resolve, reject) => {
        asked.push({ give: (version) => resolve({ version }), fail: () => reject(new TypeError('nobody there')) });
      }),
  );
  return { asked, kept };
};

test('CMP 3 what did not change is fetched once, however many ask', async () => {
  const { asked, kept } = shelf();
  const both = [kept.get('one'), kept.get('one')];
  asked[0]?.give('one');
  assert.deepEqual(
    await Promise.all([...both, kept.get('one')]),
    Array.from({ length: 3 }, () => ({ version: 'one' })),
  );
  assert.equal(asked.length, 1);
});

test('CMP 3 what changed is fetched again, also while the old one is still on its way', async () => {
  const { asked, kept } = shelf();
  const old = kept.get('one');
  const changed = kept.get('two');
  asked[1]?.give('two');
  asked[0]?.give('one');
  assert.deepEqual(await Promise.all([old, changed]), [{ version: 'one' }, { version: 'two' }]);
  assert.equal((await kept.get('two')).version, 'two');
  assert.equal(asked.length, 2);
});

test('CMP 3 what failed, and what a relay gave that was behind, is fetched again', async () => {
  const { asked, kept } = shelf();
  const failed = kept.get('two');
  asked[0]?.fail();
  await assert.rejects(failed, TypeError);
  const behind = kept.get('two');
  asked[1]?.give('one');
  assert.equal((await behind).version, 'one');
  const newest = kept.get('two');
  asked[2]?.give('two');
  assert.equal((await newest).version, 'two');
});
