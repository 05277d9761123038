import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, realpathSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Pool } from '../store/pool.js';
import { serversOn } from '../testing/servers-on.js';
import { findBinaries } from './binaries.js';
import { DataFolderError, refusedFolder } from './data-folder-error.js';
import { startEmbedded, type EmbeddedDatabase, type EmbeddedOptions } from './embedded.js';
import { findPlace } from './place.js';
import { startServer } from './server.js';

const KEEPER = fileURLToPath(new URL('../testing/keep-database.ts', import.meta.url));

const undone = new WeakMap<TestContext, (() => unknown)[]>();

/** Does something after a test, before whatever was to be done already: hooks of the runner's own go the other way round. */
function afterwards(t: TestContext, step: () => unknown): void {
  const steps = undone.get(t) ?? [];
  if (steps.length === 0) {
    t.after(async () => {
      for (const one of steps) await one();
    });
  }
  undone.set(t, steps);
  steps.unshift(step);
}

/** A new folder for a test, taken away after it with whatever stands in it. */
async function newFolder(t: TestContext): Promise<string> {
  const folder = realpathSync(await mkdtemp(join(tmpdir(), 'deskbell-embedded-')));
  await chmod(folder, 0o755);
  afterwards(t, () => rm(folder, { recursive: true, force: true }));
  return folder;
}

let used: Promise<string> | undefined;

async function useOnce(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-used-'));
  await chmod(folder, 0o755);
  await (await startEmbedded(folder)).stop();
  return folder;
}

/** A folder with a database that was started and ended before: copied, which is quicker than making one. */
async function usedFolder(t: TestContext): Promise<string> {
  const folder = await newFolder(t);
  await promisify(execFile)('cp', ['-a', join(await (used ??= useOnce()), 'database'), folder]);
  return folder;
}

after(async () => used && rm(await used, { recursive: true, force: true }));

async function start(t: TestContext, folder: string, options?: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const database = await startEmbedded(folder, options);
  afterwards(t, () => database.stop());
  return database;
}

async function ask<T extends object>({ address }: EmbeddedDatabase, statement: string): Promise<T[]> {
  const pool = new Pool(address, 1);
  try {
    return await pool.askOnce<T>(statement);
  } finally {
    await pool.end();
  }
}

const saysWhatToDo = (wrong: RegExp) => (error: unknown) => {
  assert.ok(error instanceof DataFolderError, String(error));
  assert.match(error.message, wrong);
  assert.match(error.message, /DESKBELL_DATA|DATABASE_URL|move it away/);
  return true;
};

/** Another process that keeps a database running on the folder; resolves when it does. */
async function keepElsewhere(t: TestContext, folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=deskbell-source', KEEPER, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  afterwards(t, () => child.kill('SIGKILL'));
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  assert.equal(line, 'running');
  return child;
}

test('the first start makes a database that does not lose what was committed, and the next start finds it', async (t) => {
  const folder = await newFolder(t);
  const first = await start(t, folder);
  const [settings] = await ask<Record<string, string>>(
    first,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('server_encoding') as encoding,
      current_setting('listen_addresses') as listens, lower('ÄÉ') as lower`,
  );
  assert.deepEqual({ ...settings }, { fsync: 'on', commit: 'on', encoding: 'UTF8', listens: '', lower: 'äé' });
  await ask(first, "create table kept (word text); insert into kept values (E'\\u00fc')");
  await first.stop();
  await first.stop();
  assert.deepEqual(serversOn(folder), []);

  const second = await start(t, folder);
  assert.deepEqual([...(await ask<{ word: string }>(second, 'select word from kept'))], [{ word: 'ü' }]);
});

test('nobody gets in without the password, which is another in every folder', async (t) => {
  const [one, other] = await Promise.all([newFolder(t), newFolder(t)]);
  const [first, second] = await Promise.all([start(t, one), start(t, other)]);
  assert.notEqual(first.address.password, second.address.password);
  const stranger = { ...first, address: { ...first.address, password: 'guessed' } };
  await assert.rejects(ask(stranger, 'select 1'), { code: '28P01' });
});

test('a second process on the same folder is told so, and the first goes on', async (t) => {
  const folder = await usedFolder(t);
  const first = await start(t, folder);
  await assert.rejects(startEmbedded(folder), saysWhatToDo(/Another Deskbell/));
  assert.equal((await ask(first, 'select 1')).length, 1);
});

test('a killed relay leaves no server behind, and the next start has the data', async (t) => {
  const folder = await usedFolder(t);
  const keeper = await keepElsewhere(t, folder);
  assert.equal(serversOn(folder).length, 1);
  keeper.kill('SIGKILL');
  await once(keeper, 'exit');
  const next = await start(t, folder);
  assert.deepEqual([...(await ask<{ word: string }>(next, 'select word from kept'))], [{ word: 'kept' }]);
  assert.deepEqual(serversOn(folder), [String(next.pid())]);
});

test('Ctrl+C reaches the relay and not the database, so that there is time to save', async (t) => {
  const folder = await usedFolder(t);
  const { pid } = await start(t, folder);
  const groupOf = (process: number | string): string => readFileSync(`/proc/${process}/stat`, 'utf8').split(') ')[1]?.split(' ')[2] ?? '';
  assert.equal(groupOf(pid() ?? 0), String(pid()));
  assert.notEqual(groupOf(pid() ?? 0), groupOf('self'));
});

test('a server that ends by itself is brought back', async (t) => {
  const folder = await usedFolder(t);
  const told: string[] = [];
  const database = await start(t, folder, { tell: (sentence) => told.push(sentence) });
  await ask(database, 'create table kept (word text)');
  const before = database.pid() ?? 0;
  process.kill(before, 'SIGKILL');
  // Whoever asks is told that nobody is there, until somebody is.
  for (let isBack = false; !isBack;) {
    isBack = await ask(database, 'select from kept').then(
      () => true,
      () => false,
    );
  }
  assert.notEqual(database.pid(), before);
  assert.match(told.join(), /started again/);
});

test('a server that outlived its relay and its watcher is ended first', async (t) => {
  const folder = await usedFolder(t);
  const place = await findPlace(folder, () => undefined);
  const orphan = await startServer(place, await findBinaries(place.account), {});
  const database = await start(t, folder);
  await orphan.ended;
  assert.deepEqual(serversOn(folder), [String(database.pid())]);
});

test('a mark of a server that is gone is no hindrance, even where its number is somebody else’s by now', async (t) => {
  const folder = await usedFolder(t);
  const { cluster } = await findPlace(folder, () => undefined);
  await writeFile(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n5432\n`);
  assert.equal((await ask(await start(t, folder), 'select 1')).length, 1);
});

test('a database that was made only half is made anew', async (t) => {
  const folder = await newFolder(t);
  await mkdir(join(folder, 'database', 'cluster.new', 'base'), { recursive: true });
  assert.equal((await ask(await start(t, folder), 'select 1')).length, 1);
});

const FAULTS: [string, (cluster: string) => Promise<void>, RegExp][] = [
  ['without a version', (cluster) => rm(join(cluster, 'PG_VERSION')), /no version/],
  ['of another version', (cluster) => writeFile(join(cluster, 'PG_VERSION'), '15\n'), /made by PostgreSQL 15/],
  ['without its password', (cluster) => rm(join(cluster, '..', 'password')), /password .* is missing/],
  ['without its control file', (cluster) => rm(join(cluster, 'global', 'pg_control')), /does not start.*pg_control/],
];

for (const [what, spoil, wrong] of FAULTS) {
  test(`a database ${what} gets a sentence that says what to do, and nothing is left running`, async (t) => {
    const folder = await usedFolder(t);
    const { cluster } = await findPlace(folder, () => undefined);
    await spoil(cluster);
    await assert.rejects(startEmbedded(folder), saysWhatToDo(wrong));
    // The folder is free again: the same sentence, not that another one has it.
    await assert.rejects(startEmbedded(folder), saysWhatToDo(wrong));
    assert.deepEqual(serversOn(folder), []);
  });
}

test('a folder that cannot be written gets a sentence that says what to do', async (t) => {
  const folder = await newFolder(t);
  await writeFile(join(folder, 'file'), '');
  await assert.rejects(startEmbedded(join(folder, 'file')), saysWhatToDo(/a file of that name is in the way/));
  await assert.rejects(startEmbedded(join(folder, 'file', 'data')), saysWhatToDo(/a part of its path is a file/));
  for (const code of ['EACCES', 'EPERM', 'EROFS', 'ENOSPC']) {
    saysWhatToDo(/cannot be used/)(refusedFolder(folder, Object.assign(new Error(code), { code })));
  }
  const other = new Error('not of the file system');
  assert.equal(refusedFolder(folder, other), other);
});

test('a path that is too long for a socket is none for the data', async (t) => {
  const folder = join(await newFolder(t), 'a'.repeat(120));
  const database = await start(t, folder);
  assert.equal((await ask(database, 'select 1')).length, 1);
  afterwards(t, () => rm(database.address.socketFolder, { recursive: true, force: true }));
});

test('where the server’s user cannot reach the folder, the data is kept where it can, and that is said', async (t) => {
  const folder = await newFolder(t);
  await chmod(folder, 0o700);
  const told: string[] = [];
  const database = await start(t, join(folder, 'data'), { tell: (sentence) => told.push(sentence) });
  assert.equal((await ask(database, 'select 1')).length, 1);
  const isRoot = process.getuid?.() === 0;
  assert.equal(database.folder === join(folder, 'data'), !isRoot);
  assert.equal(told.length, isRoot ? 1 : 0);
  if (isRoot) afterwards(t, () => rm(database.folder, { recursive: true, force: true }));
});
