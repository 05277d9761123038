import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { filledAddress, fixedOrigin, placesIn } from './places.js';
import { anyText } from './testing/arbitraries.js';

const TEMPLATE = 'https://crm.example/people/{customer}/talk?id={conversation}#{queue}';

test('INF 6 INF 8 whatever is put into an address stays the part that it stands in', () => {
  fc.assert(
    fc.property(anyText, (value) => {
      const address = filledAddress(TEMPLATE, () => value);
      if (address === undefined) return /^(\.|%2e){1,2}$/i.test(value);
      const url = new URL(address);
      const clean = value.toWellFormed();
      assert.equal(url.origin, 'https://crm.example');
      assert.deepEqual(url.pathname.split('/').slice(0, 2), ['', 'people']);
      assert.equal(decodeURIComponent(url.pathname.split('/')[2] ?? ''), clean);
      assert.equal(url.searchParams.get('id'), clean);
      return decodeURIComponent(url.hash.slice(1)) === clean;
    }),
  );
});

test('INF 6 INF 8 what would lead out of its folder fills no address', () => {
  for (const value of ['.', '..'])
    assert.equal(
      filledAddress(TEMPLATE, () => value),
      undefined,
    );
  assert.equal(
    filledAddress('{customer}', () => 'javascript:alert(1)'),
    undefined,
  );
});

test('INF 6 INF 8 an origin that is left open is none', () => {
  assert.equal(fixedOrigin(TEMPLATE), 'https://crm.example');
  for (const open of [
    'https://{customer}.example/',
    'https://a.example:{queue}/',
    '{agent}',
    'https://{agent}@a.example/',
    'data:text/html,x',
    'nonsense',
  ])
    assert.equal(fixedOrigin(open), undefined, open);
  assert.deepEqual(placesIn(`${TEMPLATE}{}{ x }`), ['customer', 'conversation', 'queue']);
});
