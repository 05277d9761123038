import assert from 'node:assert/strict';
import test from 'node:test';
import { createAddresses } from './addresses.js';
import { createSecrets } from './secrets.js';

const { seen, loaded, loadedSet } = createAddresses(['page', 'W'], createSecrets(['K-\\d+']));

test('COB 6 P9 the parameters of an address are masked but those that the site allows', () => {
  assert.equal(seen('https://a.example/list?page=2&token=SECRET&q=&flag#top'), 'https://a.example/list?page=2&token=***&q=&***#top');
  assert.equal(seen('?PAGE=2&w=3&page=K-12'), '?PAGE=2&w=3&page=***', 'an allowed one too, where it has what is secret anywhere');
  assert.equal(seen('?a=b?c=SECRET&ada@lovelace.example=1&p%61ge=2'), '?a=***&***=***&p%61ge=2');
});

test('COB 6 P9 e-mail addresses, card numbers, tokens, ids and what patterns find are masked in a path', () => {
  for (const secret of [
    'ada@lovelace.example',
    'ada%2540lovelace.example',
    '4111-1111-1111-1111',
    'K-9',
    '0b9a5a2e-6c1e-4f7a-9d4f-2f9f4f0a7c11',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
    '5f4dcc3b5aa765d61d8327deb882cf99',
  ])
    assert.equal(seen(`/reset/${secret}/now`), '/reset/***/now', secret);
  assert.equal(seen('/cart;jsessionid=SECRET/now'), '/cart;***/now');
  for (const path of ['/blog/the-2024-guide-to-better-sleep', '/account/OrderHistoryPage', '/orders/12345', '/de/Produkte/Stühle'])
    assert.equal(seen(path), path);
});

test('COB 6 P9 who signs in with an address, and what is behind its hash, is masked', () => {
  assert.equal(seen('https://ada:SECRET@a.example/x'), 'https://a.example/x');
  assert.equal(seen('\\\\ada:SECRET@a.example/x'), '//a.example/x');
  assert.equal(seen('/x#access_token=SECRET&page=1'), '/x#access_token=***&page=1');
  assert.equal(seen('/x#/orders/K-1?token=SECRET'), '/x#/orders/***?token=***');
  assert.equal(seen('/x#:~:text=SECRET'), '/x#:~:text=***');
  assert.equal(seen('#details'), '#details');
});

test('COB 6 P9 of addresses of people only their kind is seen, and of what is no place nothing', () => {
  assert.equal(seen('mailto:ada@lovelace.example?subject=SECRET'), 'mailto:***');
  for (const none of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,SECRET',
    'blob:https://a.example/1',
    'view-source:x',
  ])
    assert.equal(seen(none), '', none);
});

test('COB 6 P9 what the agent’s browser would load is whole or left out', () => {
  for (const whole of ['a.png', '/img/5f4dcc3b5aa765d61d8327deb882cf99.jpg?w=20', 'data:image/png;base64,AAAA', '//cdn.example/a.css'])
    assert.equal(loaded(whole), whole);
  for (const hole of [
    'a.png?token=SECRET',
    'blob:https://a.example/1',
    'data:text/html,x',
    '/ada@lovelace.example/face.png',
    'data:image/svg+xml,<svg>K-1</svg>',
  ])
    assert.equal(loaded(hole), null, hole);
  assert.equal(loadedSet('a.png 1x, b.png?w=2 2x'), 'a.png 1x, b.png?w=2 2x');
  assert.equal(loadedSet('a.png 1x, b.png?s=SECRET 2x'), null);
});
