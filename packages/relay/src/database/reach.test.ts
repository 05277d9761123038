import assert from 'node:assert/strict';
import { chmod, rm } from 'node:fs/promises';
import { test } from 'node:test';
import { Pool } from '../store/pool.js';
import { testFolder } from '../testing/relay.js';
import { startEmbedded } from './embedded.js';
import { reachEmbedded } from './reach.js';

async function words(address: ConstructorParameters<typeof Pool>[0], statement: string): Promise<object[]> {
  const pool = new Pool(address, 1);
  try {
    return await pool.askOnce(statement);
  } finally {
    await pool.end();
  }
}

test('FRM 4 a command beside the relay reaches its database, whether it runs or not', async (t) => {
  const folder = await testFolder(t);
  // As root the database runs as another user, to whom a folder of mkdtemp is closed.
  await chmod(folder, 0o755);
  const running = await startEmbedded(folder);
  t.after(() => rm(running.folder, { recursive: true, force: true }));
  await words(running.address, `create table kept as select 'kept' as word`);
  const beside = await reachEmbedded(folder);
  assert.equal(beside.folder, running.folder);
  assert.deepEqual(await words(beside.address, 'select * from kept'), [{ word: 'kept' }]);
  await beside.stop();
  assert.deepEqual(await words(running.address, 'select * from kept'), [{ word: 'kept' }]);
  await running.stop();
  const alone = await reachEmbedded(folder);
  assert.deepEqual(await words(alone.address, 'select * from kept'), [{ word: 'kept' }]);
  await alone.stop();
});
