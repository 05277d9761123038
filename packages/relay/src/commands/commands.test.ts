import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sealedFor } from '@deskbell/protocol/forms.js';
import { v7 } from 'uuid';
import { exportedLine, firstLine } from '../audit/exported.js';
import { startActive } from '../testing/conversations.js';
import { fillForm, openDatabase } from '../testing/filled-form.js';
import { testFolder } from '../testing/relay.js';
import { DatabaseVault } from '../vault/database-vault.js';
import { MasterKey } from '../vault/master-key.js';

const [KEY, NEW] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64')) as [string, string];

/** Runs a command beside the relays, on their database. */
async function commandsOn(t: TestContext) {
  const database = await openDatabase(t);
  const { user, password, socketFolder, database: name } = database.address;
  const url = `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(socketFolder)}:5432/${name}`;
  const run = (command: string, args: string[] = [], env: Record<string, string> = {}) =>
    new Promise<[code: number, said: string]>((resolve) => {
      const file = fileURLToPath(new URL(`${command}.ts`, import.meta.url));
      execFile(
        process.execPath,
        ['--import', 'tsx', '--conditions=deskbell-source', file, ...args],
        { env: { PATH: process.env.PATH, DATABASE_URL: url, VAULT_KEY: KEY, ...env } },
        (fault, out, err) => resolve([fault ? Number(fault.code) : 0, out + err]),
      );
    });
  const vaultWith = async (key: string) =>
    new DatabaseVault({ store: database.store, now: () => 1, newId: () => v7() }, await MasterKey.from(key, 'it'));
  return { ...database, run, vaultWith };
}

test('FRM 4 VT4 keys are rotated, values sealed anew, old keys dropped and the master key changed, while a relay runs', async (t) => {
  const { store, pool, run, vaultWith } = await commandsOn(t);
  const vault = await vaultWith(KEY);
  const first = await vault.key('harbour');
  const { id: conversation } = await startActive(store);
  const { form } = await fillForm({ store, pool }, first, conversation, { card: '4111', cvc: '737' });
  await pool.ask(`update sealed_values set ct = 'AAAA' where field = 'cvc'`);
  const card = async (): Promise<[key: string, value: string]> => {
    const sealed = (await store.revealBasis({ workspace: 'harbour', conversation, form }))!.sealed.find(({ field }) => field === 'card')!;
    return [sealed.key, await vault.open('harbour', sealed.key, sealed, sealedFor(conversation, form, 'card'))];
  };
  assert.match((await run('rotate-vault', ['--workspace', 'nobody']))[1], /no keys of nobody; there are those of harbour/);
  assert.equal((await run('rotate-vault', [], { VAULT_KEY: NEW }))[0], 1);
  assert.deepEqual(await vault.key('harbour'), first);

  assert.equal((await run('rotate-vault'))[0], 0);
  const second = await vault.key('harbour');
  assert.notEqual(second.id, first.id);
  assert.deepEqual(await card(), [first.id, '4111']);
  assert.match((await run('rotate-vault', ['--reseal', '--drop']))[1], /1 values are sealed .* 1 do not open.*\n.*dropped none/);
  assert.deepEqual(await card(), [second.id, '4111']);
  await pool.ask('delete from sealed_values where key = $1', [first.id]);
  await pool.ask('update vault_keys set retired_at = 1 where id = $1', [first.id]);
  await pool.ask(`update conversations set phase = 'closed'`);
  assert.match((await run('rotate-vault', ['--drop']))[1], new RegExp(`dropped ${first.id}`));

  assert.match((await run('rotate-vault', ['--master']))[1], /Set VAULT_KEY_NEW/);
  for (let times = 0; times < 2; times += 1) assert.equal((await run('rotate-vault', ['--master'], { VAULT_KEY_NEW: NEW }))[0], 0);
  assert.deepEqual(await (await vaultWith(NEW)).key('harbour'), second);
  await assert.rejects((await vaultWith(KEY)).key('harbour'), /does not open/);
  const lines = await store.audit({ workspace: 'harbour', order: 'oldest', after: null, limit: 10 });
  assert.deepEqual(
    lines.map(({ line }) => (JSON.parse(line) as { what: string }).what),
    ['key.rotated', 'values.resealed', 'key.dropped'],
  );
});

test('FRM 3 VT14 the trails in the database and in a file are verified, and the first line that does not fit is named', async (t) => {
  const { store, pool, run } = await commandsOn(t);
  const who = { id: 'sue', name: 'Sue\u2028\n', role: 'admin' } as const;
  const lines = await store.appendAudit(
    'harbour',
    Array.from({ length: 6_000 }, (_, at) => ({ what: 'audit.read', at, who, how: 'pages' })),
  );
  await store.appendAudit('other', [{ what: 'audit.read', at: 1, who, how: 'pages' }]);
  const last = lines.at(-1)!;
  const [code, said] = await run('verify-audit');
  assert.equal(code, 0, said);
  assert.match(said, new RegExp(`^harbour: OK, 6000 lines, head 6000:${last.hash}\nother: OK, 1 lines`));
  assert.equal((await run('verify-audit', ['--workspace', 'harbour', '--head', `6000:${last.hash}`]))[0], 0);
  assert.match(
    (await run('verify-audit', ['--workspace', 'harbour', '--head', `6001:${last.hash}`]))[1],
    /line 6001 and all behind it are missing/,
  );

  const path = join(await testFolder(t), 'audit.txt');
  const file = [firstLine('harbour', last), ...lines.map(exportedLine)];
  const verdict = async (text: string): Promise<[number, string]> => {
    await writeFile(path, text);
    return run('verify-audit', [path]);
  };
  assert.match((await verdict(file.join('')))[1], /harbour: OK, 6000 lines/);
  assert.deepEqual(await verdict(file.slice(0, 4_000).join('')), [1, 'harbour: line 4000 and all behind it are missing.\n']);
  assert.match((await verdict(file.join('').replace('"at":3000', '"at":3001')))[1], /line 3001 does not fit its hash/);
  assert.match((await verdict('something else\n'))[1], /does not begin as an exported audit trail/);

  // By somebody who may do what they like with the database.
  await pool.askOnce(`alter table audit disable trigger all; delete from audit where n = 5500 and workspace = 'harbour'`);
  const [broken, told] = await run('verify-audit');
  assert.equal(broken, 1);
  assert.match(told, /harbour: line 5500 is not where it has to be[^]*other: OK/);
});
