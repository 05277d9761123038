import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callBot } from './call-bot.js';
import { isPrivate } from './private-address.js';

test('BOT 1 B6 what is one\u2019s own network is known, in whatever it is wrapped', () => {
  for (const own of [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '::127.0.0.1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    'fd00::1',
    'fe80::1',
    'ff02::1',
    'localhost',
    '',
  ])
    assert.equal(isPrivate(own), true, own);
  for (const open of ['1.1.1.1', '172.32.0.1', '100.128.0.1', '8.8.8.8', '2606:4700::1111', '::ffff:1.1.1.1'])
    assert.equal(isPrivate(open), false, open);
});

test('BOT 1 B6 whatever an address is written like, and whatever a name resolves to, it is not asked', async () => {
  const access = { secret: 'x'.repeat(32), timeoutSeconds: 5, allowPrivate: false };
  for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '017700000001', '[::1]', '[::ffff:127.0.0.1]', '0'])
    await assert.rejects(callBot(`http://${host}:9/`, access, 'id', {}), { why: 'forbidden-address' }, host);
});
