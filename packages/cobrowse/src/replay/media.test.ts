import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MEDIA, PAGE_BITS } from '../sink.js';
import { answered, asAnswered, schemeOf } from './media.js';

const bitsOf = (...queries: (typeof MEDIA)[number][]): number => queries.reduce((bits, query) => bits | (1 << MEDIA.indexOf(query)), 0);
const phone = bitsOf('(pointer:coarse)', '(any-pointer:coarse)', '(any-pointer:fine)');
const night = bitsOf('(prefers-color-scheme:dark)', '(hover:hover)', '(pointer:fine)');
const [YES, NO] = ['(min-width:0)', '(max-width:0)'];

test('COB 5 what rules ask the browser is answered as the customer’s answers', () => {
  for (const [query, media, is] of [
    ['(prefers-color-scheme: dark)', night, YES],
    ['(prefers-color-scheme:light)', night, NO],
    ['( prefers-color-scheme : LIGHT )', phone, YES],
    ['(prefers-color-scheme)', phone, YES],
    ['(hover:none) and (pointer: coarse)', phone, `${YES} and ${YES}`],
    ['not (hover), (any-pointer: fine)', phone, `not ${NO}, ${YES}`],
    ['screen and (hover: hover) and (min-width: 600px)', night, `screen and ${YES} and (min-width: 600px)`],
    ['(prefers-reduced-motion: no-preference)', night, YES],
    ['(pointer: strange)', night, NO],
    ['(prefers-contrast: more)', night, '(prefers-contrast: more)'],
  ] as const)
    assert.equal(answered(query, media), is, query);
});

test('COB 5 rules choose between light and dark as the customer’s browser does, and nothing but rules is changed', () => {
  for (const [css, is] of [
    ['@media(prefers-color-scheme:dark){a{b:c}}', `@media${YES}{a{b:c}}`],
    ['@MEDIA print,(hover:none){a{b:c}}', `@MEDIA print,${NO}{a{b:c}}`],
    [':root{color-scheme:light dark;color:red}', ':root{color-scheme:dark;color:red}'],
    [':root{color-scheme: dark light }', ':root{color-scheme: dark}'],
    ['.a{color-scheme:only light}', '.a{color-scheme:only light}'],
    ['a:not(hover){b:c}', 'a:not(hover){b:c}'],
  ] as const)
    assert.equal(asAnswered(css, night), is, css);
  assert.equal(asAnswered(':root{color-scheme:light dark}', phone), ':root{color-scheme:light}');
});

test('COB 5 a page whose head names schemes has that of the customer', () => {
  assert.equal(schemeOf(night), undefined);
  assert.equal(schemeOf(night | PAGE_BITS.light | PAGE_BITS.dark), 'dark');
  assert.equal(schemeOf(phone | PAGE_BITS.light | PAGE_BITS.dark), 'light');
  assert.equal(schemeOf(phone | PAGE_BITS.dark), 'dark');
  assert.equal(schemeOf(night | PAGE_BITS.light), 'light');
});
