import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_ADDRESS, isSafeAddress } from './addresses.js';
import { MAX_MARKS, type Mark } from './marks.js';
import { parseCommand } from './parse.js';

const ID = '0193f000-0000-7000-8000-000000000001';
const send = (marks: unknown, text = 'see here') => parseCommand({ type: 'message.send', id: ID, conversation: ID, text, marks });
const link = (href: unknown, from = 0, to = 3) => ({ mark: 'link', from, to, href });

test('CMP 5 http, https, mailto and tel are accepted, whatever their case', () => {
  for (const href of [
    'https://example.com/a?b=c#d',
    'HTTP://EXAMPLE.COM',
    'mailto:help@example.com?subject=Hello%20there',
    'tel:+44-1632-960000',
    'https://例え.jp/パス',
  ])
    assert.equal(isSafeAddress(href), true, href);
});

test('CMP 5 every other address is refused, however it is written', () => {
  for (const href of [
    '',
    'example.com',
    '//example.com',
    '/path',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    '\u00a0https://example.com',
    'javascript&colon;alert(1)',
    'java%0ascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://example.com/1',
    'view-source:https://example.com',
    'https:',
    'https://',
    'https://exa mple.com',
    'https://example.com/\u2028',
    `https://example.com/${'x'.repeat(MAX_ADDRESS)}`,
  ])
    assert.equal(isSafeAddress(href), false, href);
});

test('CMP 5 marks stand within their text', () => {
  const marks: Mark[] = [
    { mark: 'bold', from: 0, to: 8 },
    { mark: 'link', from: 4, to: 8, href: 'https://example.com' },
  ];
  assert.deepEqual((send(marks) as { marks: unknown }).marks, marks);
  for (const bad of [
    [{ mark: 'bold', from: 0, to: 9 }],
    [{ mark: 'bold', from: 3, to: 3 }],
    [{ mark: 'bold', from: -1, to: 3 }],
    [{ mark: 'bold', from: 0.5, to: 3 }],
    [{ mark: 'bold', from: 0, to: 3, href: 'https://example.com' }],
    [{ mark: 'underline', from: 0, to: 3 }],
    [{ mark: 'bold', from: 0, to: 3, onclick: 'x' }],
    [{ mark: 'link', from: 0, to: 3 }],
    [link('javascript:alert(1)')],
    [link({})],
    [link('https://example.com', 0, 4), link('https://example.com', 3, 6)],
    Array.from({ length: MAX_MARKS + 1 }, () => ({ mark: 'bold', from: 0, to: 3 })),
    'bold',
    {},
  ])
    assert.throws(() => send(bad), { name: 'RelayError' }, JSON.stringify(bad));
  assert.throws(() => send([link('javascript:alert(1)')]), /marks\.0\.href is not an address with http, https, mailto or tel/);
});
