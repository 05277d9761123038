import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { testSettings } from '../testing/settings.js';
import { readSettings } from './read-settings.js';

test('a file that is missing or no JSON gets a sentence with its path', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'settings-'));
  try {
    const path = join(folder, 'settings.json');
    await assert.rejects(readSettings(path), /settings\.json cannot be used:\n {2}the document is not there/);
    await writeFile(path, '{"workspaces": [');
    await assert.rejects(readSettings(path), /is not JSON/);
    await writeFile(path, JSON.stringify(testSettings()));
    assert.equal((await readSettings(path)).workspaces.length, 2);
  } finally {
    await rm(folder, { recursive: true });
  }
});
