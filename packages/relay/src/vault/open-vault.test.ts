import assert from 'node:assert/strict';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { StartError } from '../start-error.js';
import { openDatabase } from '../testing/filled-form.js';
import { testFolder } from '../testing/relay.js';
import { openVault } from './open-vault.js';

const KEY = Buffer.alloc(32, 1).toString('base64');
const OTHER = Buffer.alloc(32, 2).toString('base64url');

const isStartError =
  (pattern: RegExp) =>
  (fault: unknown): boolean =>
    fault instanceof StartError && pattern.test(fault.message);

test('FRM 4 VT3 a relay with another master key does not start, and nothing is lost', async (t) => {
  const { store, another } = await openDatabase(t);
  const deps = { store, now: () => 1, newId: () => v7(), log: pino({ level: 'silent' }) };
  const vault = await openVault(deps, { vaultKey: KEY }, undefined, ['harbour', 'other']);
  const before = await store.vaultKeys();
  assert.deepEqual(
    before.map(({ workspace }) => workspace),
    ['harbour', 'other'],
  );
  const late = { ...deps, store: await another() };
  await assert.rejects(openVault(late, { vaultKey: OTHER }, undefined, ['harbour']), isStartError(/does not open .* VAULT_KEY/));
  await assert.rejects(openVault(late, {}, undefined, ['harbour']), isStartError(/no VAULT_KEY/));
  await assert.rejects(openVault(late, { natsUrl: 'nats://n' }, '/nowhere', ['harbour']), isStartError(/no VAULT_KEY/));
  assert.deepEqual(await store.vaultKeys(), before);
  const again = await openVault(late, { vaultKey: KEY }, undefined, ['harbour', 'other']);
  assert.deepEqual(await again.key('harbour'), await vault.key('harbour'));
});

test('FRM 4 VT3 a master key is 32 bytes in base64, and nothing else', async (t) => {
  const { store } = await openDatabase(t);
  const deps = { store, now: () => 1, newId: () => v7(), log: pino({ level: 'silent' }) };
  for (const vaultKey of ['', 'short', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64'), `${KEY} `, 'ü'.repeat(43)])
    await assert.rejects(openVault(deps, { vaultKey }, undefined, ['harbour']), isStartError(/VAULT_KEY has to be 32 bytes/), vaultKey);
});

test('FRM 4 VT3 without one it is made and kept in the data folder, readable by nobody else', async (t) => {
  const { store } = await openDatabase(t);
  const deps = { store, now: () => 1, newId: () => v7(), log: pino({ level: 'silent' }) };
  const folder = join(await testFolder(t), 'data');
  await mkdir(folder);
  const vault = await openVault(deps, {}, folder, ['harbour']);
  const path = join(folder, 'vault-key');
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  const again = await openVault(deps, {}, folder, ['harbour']);
  assert.deepEqual(await again.key('harbour'), await vault.key('harbour'));
  await rm(path);
  await assert.rejects(openVault(deps, {}, folder, ['harbour']), isStartError(/does not open/));
  await writeFile(path, 'scribbled over');
  await assert.rejects(openVault(deps, {}, folder, ['harbour']), isStartError(/vault-key has to be 32 bytes/));
});

test('FRM 4 VT3 a relay without a place for a master key says so, and works but for masked fields', async (t) => {
  const { store } = await openDatabase(t);
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(line) });
  const vault = await openVault({ store, now: () => 1, newId: () => v7(), log }, {}, undefined, ['harbour']);
  assert.match(lines.join(''), /no VAULT_KEY/);
  await assert.rejects(vault.key('harbour'), /no VAULT_KEY/);
  await assert.rejects(vault.open('harbour', 'k', { enc: 'a', ct: 'a' }, ''), /no VAULT_KEY/);
  assert.deepEqual(await store.vaultKeys(), []);
});
