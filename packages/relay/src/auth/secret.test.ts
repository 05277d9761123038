import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { keptSecret } from './secret.js';

test('the secret is made on the first start, readable by nobody else, and found again', async () => {
  const root = await mkdtemp(join(tmpdir(), 'secret-'));
  const folder = join(root, 'data');
  try {
    const secret = await keptSecret(folder);
    assert.ok(secret.length >= 32);
    assert.equal(await keptSecret(folder), secret);
    assert.equal((await stat(join(folder, 'secret'))).mode & 0o777, 0o600);
    await writeFile(join(folder, 'secret'), 'short');
    await assert.rejects(keptSecret(folder), /delete it/);
  } finally {
    await rm(root, { recursive: true });
  }
});
