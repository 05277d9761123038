import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { sealedFor } from '@deskbell/protocol/forms.js';
import { v7 } from 'uuid';
import { openDatabase } from '../testing/filled-form.js';
import { TEST_MASTER, testVault } from '../testing/vault.js';
import { DatabaseVault } from './database-vault.js';
import { makeKey } from './make-key.js';
import { MasterKey, WrongMasterKey } from './master-key.js';
import { seal } from './seal.js';
import { BrokenSeal } from './vault.js';

const PLACE = sealedFor('conversation', 'form', 'card');

async function vaults(t: TestContext) {
  const { store, pool, another } = await openDatabase(t);
  return { store, pool, vault: testVault(store), other: testVault(await another()) };
}

test('FRM 4 VT1 what is sealed for a workspace is opened on every relay, by the key that it was sealed for', async (t) => {
  const { store, vault, other } = await vaults(t);
  const [key, same] = await Promise.all([vault.key('harbour'), other.key('harbour')]);
  assert.deepEqual(key, same);
  const sealed = await seal(key, '4111 ü \u0000 🔔', PLACE);
  assert.equal(await other.open('harbour', key.id, sealed, PLACE), '4111 ü \u0000 🔔');
  const next = await makeKey(TEST_MASTER, 'harbour', v7(), 2);
  const who = { id: 'operator', name: 'Operator', role: 'system' } as const;
  await store.rotateVaultKey(next, (before) => ({ what: 'key.rotated', at: 2, who, key: next.id, before }));
  assert.deepEqual([await vault.key('harbour'), await other.key('harbour')], Array(2).fill({ id: next.id, key: next.publicKey }));
  assert.equal(await vault.open('harbour', key.id, sealed, PLACE), '4111 ü \u0000 🔔');
  assert.equal(await vault.open('harbour', next.id, await seal(await vault.key('harbour'), 'new', PLACE), PLACE), 'new');
});

test('FRM 4 VT9 nothing opens in another place, for another workspace, with another key, or changed in any bit', async (t) => {
  const { vault } = await vaults(t);
  const key = await vault.key('harbour');
  const rival = await vault.key('other');
  const sealed = await seal(key, '4111', PLACE);
  const flipped = (text: string, at: number): string => {
    const bytes = Buffer.from(text, 'base64url');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes.toString('base64url');
  };
  const attempts: Parameters<DatabaseVault['open']>[] = [
    ['harbour', key.id, sealed, sealedFor('conversation', 'form', 'cvc')],
    ['other', key.id, sealed, PLACE],
    ['other', rival.id, sealed, PLACE],
    ['harbour', 'gone', sealed, PLACE],
    ['harbour', key.id, { ...sealed, enc: 'AAAA' }, PLACE],
    ['harbour', key.id, { ...sealed, ct: 'AA' }, PLACE],
    ['harbour', key.id, { enc: sealed.enc, ct: (await seal(key, 'x', PLACE)).ct }, PLACE],
    ...Array.from({ length: 20 }, (_, at): Parameters<DatabaseVault['open']> => [
      'harbour',
      key.id,
      { ...sealed, ct: flipped(sealed.ct, at) },
      PLACE,
    ]),
    ...[0, 1, 40, 64].map((at): Parameters<DatabaseVault['open']> => [
      'harbour',
      key.id,
      { ...sealed, enc: flipped(sealed.enc, at) },
      PLACE,
    ]),
  ];
  for (const attempt of attempts) await assert.rejects(vault.open(...attempt), BrokenSeal, JSON.stringify(attempt));
});

test('FRM 4 VT2 the database has no key that opens anything, and a public key of somebody else is not handed out', async (t) => {
  const { store, pool, vault } = await vaults(t);
  const { id } = await vault.key('harbour');
  const thief = await MasterKey.from(Buffer.alloc(32, 9).toString('base64'), 'the thief');
  const stranger = new DatabaseVault({ store, now: () => 1, newId: () => v7() }, thief);
  await assert.rejects(stranger.key('harbour'), WrongMasterKey);
  const theirs = await makeKey(thief, 'harbour', id, 1);
  const { wrapped } = (await store.vaultKey('harbour'))!;
  await pool.ask('update vault_keys set public_key = $1', [theirs.publicKey]);
  await assert.rejects(vault.key('harbour'), WrongMasterKey);
  await pool.ask('update vault_keys set wrapped = $1', [theirs.wrapped]);
  await assert.rejects(vault.key('harbour'), WrongMasterKey);
  await pool.ask(`update vault_keys set workspace = 'other', public_key = $1, wrapped = $2`, [theirs.publicKey, wrapped]);
  await assert.rejects(vault.key('other'), WrongMasterKey);
});

test('FRM 4 VT2 an unwrapped key can be used, and not be read out', async () => {
  const row = await makeKey(TEST_MASTER, 'harbour', 'k', 1);
  const key = await TEST_MASTER.unwrap(row.wrapped, row);
  assert.equal(key.extractable, false);
  await assert.rejects(crypto.subtle.exportKey('pkcs8', key));
  assert.notEqual((await makeKey(TEST_MASTER, 'harbour', 'k', 1)).wrapped, row.wrapped);
});
