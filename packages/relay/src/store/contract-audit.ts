import assert from 'node:assert/strict';
import { beginning, hashOf } from '../audit/chain.js';
import type { AuditEntry } from '../audit/entry.js';
import type { Told } from './contract.js';

const who = { id: 'sue', name: 'Sue', role: 'admin' } as const;
const CONVERSATION = '0198d3f0-0000-7000-8000-000000000001';
const read = (at: number, conversation?: string): AuditEntry => ({
  what: 'audit.read',
  at,
  who,
  how: 'pages',
  ...(conversation && { conversation }),
});

/** The audit trail. */
export function contractOfAudit(told: Told): void {
  told('FRM 3 VT12 lines are chained, each workspace’s by themselves, whoever writes at the same moment', async (store, another) => {
    const relays = [store, await another(), await another()];
    const writes = Array.from({ length: 60 }, (_, index) =>
      relays[index % 3]!.appendAudit(index % 5 === 0 ? 'other' : 'harbour', [read(index), read(1_000 + index)]),
    );
    await Promise.all(writes);
    assert.deepEqual(await store.auditedWorkspaces(), ['harbour', 'other']);
    for (const [workspace, count] of [
      ['harbour', 96],
      ['other', 24],
    ] as const) {
      const lines = await store.audit({ workspace, order: 'oldest', after: null, limit: 1_000 });
      let before = beginning(workspace);
      for (const { n, line, hash } of lines) {
        assert.deepEqual([n, (JSON.parse(line) as { n: number }).n, hash], [before.n + 1, before.n + 1, hashOf(before.hash, line)]);
        before = { n, hash };
      }
      assert.deepEqual([await store.auditHead(workspace), lines.length], [before, count]);
    }
    assert.notEqual(beginning('harbour').hash, beginning('other').hash);
    assert.deepEqual(await store.auditHead('nobody'), beginning('nobody'));
  });

  told('FRM 3 VT12 what is written at once stands together, and is given back', async (store) => {
    const [first, second] = await store.appendAudit('harbour', [read(1), read(2)]);
    assert.deepEqual([first?.n, second?.n], [1, 2]);
    assert.equal(first?.line, `{"n":1,"what":"audit.read","at":1,"who":{"id":"sue","name":"Sue","role":"admin"},"how":"pages"}`);
    assert.deepEqual(await store.auditHead('harbour'), { n: 2, hash: second?.hash });
    assert.deepEqual(await store.appendAudit('harbour', []), []);
  });

  told('FRM 3 VT13 it is read from either end, page by page, and of one conversation', async (store) => {
    await store.appendAudit(
      'harbour',
      Array.from({ length: 7 }, (_, index) => read(index, index % 3 === 0 ? CONVERSATION : undefined)),
    );
    await store.appendAudit('other', [read(1, CONVERSATION)]);
    const page = async (order: 'newest' | 'oldest', after: number | null, conversation?: string) =>
      (await store.audit({ workspace: 'harbour', order, after, limit: 3, conversation })).map(({ n }) => n);
    assert.deepEqual([await page('oldest', null), await page('oldest', 3), await page('oldest', 6)], [[1, 2, 3], [4, 5, 6], [7]]);
    assert.deepEqual([await page('newest', null), await page('newest', 5), await page('newest', 2)], [[7, 6, 5], [4, 3, 2], [1]]);
    assert.deepEqual([await page('newest', null, CONVERSATION), await page('oldest', 4, CONVERSATION)], [[7, 4, 1], [7]]);
  });

  told('FRM 3 VT6 saved settings are a line, unless they were not saved', async (store) => {
    const saved = { workspace: 'harbour', version: 3, document: {}, changedAt: 7, changedBy: 'sue' };
    await store.saveSettings(saved, { name: 'Sue', parts: ['vault'] });
    await assert.rejects(store.saveSettings(saved, { name: 'Sue', parts: ['vault'] }));
    const lines = await store.audit({ workspace: 'harbour', order: 'oldest', after: null, limit: 10 });
    assert.deepEqual(
      lines.map(({ line }) => JSON.parse(line) as object),
      [{ n: 1, what: 'settings.changed', at: 7, who, version: 3, parts: ['vault'] }],
    );
  });
}
