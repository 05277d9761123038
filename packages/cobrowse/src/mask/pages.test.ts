import assert from 'node:assert/strict';
import test from 'node:test';
import type { MirrorRules, PageRule } from '@deskbell/protocol/cobrowse.js';
import { rulesAt } from './pages.js';

const rules = (...pages: PageRule[]): MirrorRules => ({
  masking: 'private',
  mask: ['.m'],
  unmask: ['.u'],
  pages,
  patterns: [],
  parameters: [],
  canvas: false,
  control: true,
});
const isOff = (at: string, address: string) =>
  rulesAt(rules({ at, offLimits: true }), new URL(address, 'https://a.example').href).offLimits;

test('COB 6 P15 a page is off limits however its address is written', () => {
  for (const address of [
    '/checkout',
    '/checkout/',
    '/Checkout/Pay',
    '/checkout//pay',
    '/%63heckout/pay',
    '/%2563heckout',
    '/x/../checkout/pay',
    '/x/%252e%252e/checkout/pay',
    '/checkout;id=1/pay',
    '/checkout/pay?x#y',
    '/#/checkout/pay',
    '/app#!/checkout',
    '/x\\..\\checkout',
    '/checkout%2fpay',
  ])
    assert.equal(isOff('/checkout/*', address), true, address);
  for (const address of ['/', '/checkouts', '/my/checkout', '/x?at=/checkout/pay', '/#checkout'])
    assert.equal(isOff('/checkout/*', address), false, address);
});

test('COB 6 P15 a star stands for any characters, any number of times, and takes no time', () => {
  assert.equal(isOff('*/pay/*', '/de/shop/pay/now'), true);
  assert.equal(isOff('/*/edit', '/a/b/edit'), true);
  assert.equal(isOff('/*/edit', '/a/b/edit/x'), false);
  assert.equal(isOff(`/${'*a'.repeat(50)}*b`, `/${'a'.repeat(5_000)}`), false);
});

test('COB 6 P15 of the rules of all pages that an address is for those hold that mask more', () => {
  const on = rulesAt(rules({ at: '/help/*', masking: 'marked', mask: ['.h'], unmask: ['.v'] }), 'https://a.example/help/1');
  assert.deepEqual(on, { offLimits: false, isPrivate: false, mask: ['.m', '.h'], unmask: ['.u', '.v'] });
  assert.equal(rulesAt(rules({ at: '/*', masking: 'marked' }, { at: '/me', masking: 'private' }), 'https://a.example/me').isPrivate, true);
  assert.equal(rulesAt(rules(), 'https://a.example/').isPrivate, true);
});
