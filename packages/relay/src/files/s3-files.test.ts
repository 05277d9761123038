import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusedWith } from '../testing/conversations.js';
import { testS3 } from '../testing/s3.js';
import { filesContract } from './contract.js';
import { S3Files } from './s3-files.js';

filesContract('an S3', async (t) => ({ port: new S3Files(await testS3(t), Date.now), now: Date.now, reach: (address) => address }));

test('CMP 7 an S3 that cannot be reached is unavailable', async () => {
  const port = new S3Files({ endpoint: 'http://127.0.0.1:9', bucket: 'b', keyId: 'k', secretKey: 's', region: 'r' }, Date.now);
  const file = { id: '0190a0b0-0000-7000-8000-000000000000', upload: 'u', size: 1 };
  await assert.rejects(port.begin(file.id), refusedWith('unavailable'));
  await assert.rejects(port.have(file), refusedWith('unavailable'));
  await assert.rejects(port.read(file.id, 'whole'), refusedWith('unavailable'));
});
