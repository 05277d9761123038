import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientAddress } from './address.js';

test('without a proxy of our own the header means nothing', () => {
  assert.equal(clientAddress('192.0.2.1', '10.0.0.1', 0), '192.0.2.1');
  assert.equal(clientAddress(undefined, undefined, 0), 'unknown');
});

test('behind proxies it is what the outermost of them saw, not what the client wrote', () => {
  assert.equal(clientAddress('10.0.0.9', '6.6.6.6, 192.0.2.1', 1), '192.0.2.1');
  assert.equal(clientAddress('10.0.0.9', '6.6.6.6, 192.0.2.1, 10.0.0.8', 2), '192.0.2.1');
  assert.equal(clientAddress('10.0.0.9', undefined, 1), '10.0.0.9');
  assert.equal(clientAddress('10.0.0.9', '192.0.2.1', 2), '10.0.0.9');
});

test('one household of IPv6 counts as one, and mapped addresses are the ones they map', () => {
  assert.equal(clientAddress('::ffff:192.0.2.1', undefined, 0), '192.0.2.1');
  assert.equal(clientAddress('2001:db8:1:2:3:4:5:6', undefined, 0), '2001:db8:1:2::/64');
  assert.equal(clientAddress('2001:db8:1:2::9', undefined, 0), '2001:db8:1:2::/64');
  assert.equal(clientAddress('2001:db8::9', undefined, 0), '2001:db8:0:0::/64');
  assert.equal(clientAddress('::1', undefined, 0), '0:0:0:0::/64');
});
