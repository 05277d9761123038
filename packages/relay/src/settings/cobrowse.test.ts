import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../testing/settings.js';
import { checkSettings } from './check-settings.js';
import { deskFace } from './desk-face.js';
import { Directory } from './directory.js';
import { SettingsError } from './faults.js';
import { rulesOf } from './mirror-rules.js';

const checkedWith = (cobrowse: unknown) => checkSettings(testSettings({ cobrowse: cobrowse as object }));
const workspaceWith = (cobrowse: unknown) => checkedWith(cobrowse).workspaces[0]!;

const faultsOf = (cobrowse: unknown): string[] => {
  try {
    checkedWith(cobrowse);
  } catch (fault) {
    assert.ok(fault instanceof SettingsError);
    return fault.faults.map(({ path, reason }) => `${path} ${reason}`.replaceAll('workspaces[0].', ''));
  }
  return [];
};

test('COB 6 CB12 where nothing is said all text is masked, no canvas is shown, and control may be asked for', () => {
  assert.deepEqual(rulesOf(checkSettings(testSettings()).workspaces[0]!), {
    masking: 'private',
    mask: [],
    unmask: [],
    pages: [],
    patterns: [],
    parameters: [],
    canvas: false,
    control: true,
  });
});

test('COB 6 CB12 what the settings say is what the browser is told, and nothing of the rest', () => {
  const rules = {
    masking: 'marked',
    mask: ['.price', 'input[name="iban"]', '#a\\:b > td:nth-child(2n+1)'],
    unmask: ['nav'],
    pages: [
      { at: '/checkout/*', masking: 'private' },
      { at: '/account', offLimits: true },
    ],
    patterns: ['\\b[A-Z]{2}\\d{2,30}\\b', 'HP-\\d{4}', '[\\p{L}--[a-z]]x'],
    parameters: ['page', 'filter[colour]'],
    canvas: true,
    control: false,
  };
  assert.deepEqual(rulesOf(workspaceWith({ ...rules, assets: ['https://img.example'] })), rules);
});

test('COB 6 CB12 consoles and customers are told whether there is co-browse, and no rule', () => {
  const face = (cobrowse: unknown) => deskFace(workspaceWith(cobrowse), { model: false, files: false }).cobrowse;
  assert.deepEqual([face({}), face({ control: false }), face({ enabled: false })], [{ control: true }, { control: false }, undefined]);
  const site = (cobrowse: unknown) => new Directory(checkedWith(cobrowse)).site('shop')?.face.cobrowse;
  assert.deepEqual([site({}), site({ enabled: false })], [true, undefined]);
});

test('COB 6 CB12 a selector is no more than one, and closes what it opens', () => {
  const bad: readonly (readonly [string, RegExp])[] = [
    ['', /is empty/],
    ['   ', /is empty/],
    [`.${'x'.repeat(200)}`, /longer than 200/],
    ['a { color: red }', /brace/],
    ['a } *', /brace/],
    ['@import "x"', /an @/],
    ['</style><script>', /a </],
    ['a /* b', /comment/],
    ['a\u0000b', /brace|comment/],
    ['input::placeholder', /pseudo-element/],
    ['[name="x]', /not closed/],
    [':not(.a', /not closed/],
    ['.a)', /not closed/],
    ['[a=(]', /not closed/],
  ];
  for (const [selector, reason] of bad)
    for (const list of ['mask', 'unmask']) {
      const faults = faultsOf({ [list]: ['.fine', selector] });
      assert.equal(faults.length > 0, true, selector);
      assert.match(faults.join('\n'), new RegExp(`^cobrowse\\.${list}\\[1\\] .*(${reason.source})`, 'm'), selector);
    }
  assert.deepEqual(faultsOf({ mask: ['a[title="(("]', "[data-x='it)s']", 'a\\(b', ':is(h1, h2):has(> [a="]"])'] }), []);
  assert.deepEqual(faultsOf({ mask: Array.from({ length: 101 }, () => 'a') }), ['cobrowse.mask has more than 100 entries']);
});

test('COB 6 CB12 a pattern that a text could keep busy without end is refused', () => {
  for (const pattern of ['\\d+', 'a*b', '(a|b)*', '(a{1,9}){1,9}', 'a{2,}', '(a)\\1', 'a{1,100}a{1,100}', 'a{1,300}', '(?:a?){1,200}'])
    assert.match(faultsOf({ patterns: [pattern] }).join(), /^cobrowse\.patterns\[0\] could be looked for without end/, pattern);
  for (const pattern of ['(', '[', 'a{2', '\\p{Nothing}', '(?<x>a', '[a&&&b]'])
    assert.match(faultsOf({ patterns: [pattern] }).join(), /^cobrowse\.patterns\[0\] is no regular expression/, pattern);
  for (const pattern of ['a?', 'a{0,3}', '^', '(?:)', 'a|'])
    assert.match(faultsOf({ patterns: [pattern] }).join(), /finds something in an empty text/, pattern);
  assert.match(faultsOf({ patterns: [''] }).join(), /is empty/);
  assert.deepEqual(faultsOf({ patterns: ['\\d{13,19}', '[A-Z]{2}\\d{1,20}', '\\+49 ?\\d{2,5}', '\\d{1,40}-\\d{1,40}'] }), []);
});

test('COB 6 CB12 a pattern that is taken is quick, whatever stands on the page', () => {
  const long = '1'.repeat(50_000);
  for (const pattern of ['\\d{1,40}-\\d{1,40}', '\\d{13,19}x', '(?:1|1|1|1|1|1|1|1)x', '1?1?1?1?1?1?1?1?1?1?x']) {
    assert.deepEqual(faultsOf({ patterns: [pattern] }), []);
    assert.equal(new RegExp(pattern, 'v').test(long), false);
  }
});

test('COB 6 CB12 pages are paths that say something, each once', () => {
  const page = (at: string, more: object = { offLimits: true }) => faultsOf({ pages: [{ at, ...more }] }).join();
  for (const [at, reason] of [
    ['account', /begin with a slash/],
    ['https://shop.example/', /begin with a slash/],
    ['/a?b=c', /without white space/],
    ['/a#b', /without white space/],
    ['/a b', /without white space/],
    ['/a**', /two stars/],
    ['/*a*b*c*d*', /more than 4/],
    [`/${'a'.repeat(200)}`, /longer than 200/],
  ] as const)
    assert.match(page(at), reason, at);
  assert.match(page('/a', {}), /^cobrowse\.pages\[0\] says nothing of its pages/);
  assert.match(page('/a', { mask: ['{'] }), /^cobrowse\.pages\[0\]\.mask\[0\]/);
  assert.match(page('/a', { at: '/a', hide: true }), /is not a setting/);
  assert.deepEqual(faultsOf({ pages: [1, 2].map(() => ({ at: '/a', offLimits: true })) }), [
    'cobrowse.pages[1].at is the same as cobrowse.pages[0].at',
  ]);
});

test('COB 6 CB12 what is no masking, no parameter and no origin is refused by its path', () => {
  assert.deepEqual(faultsOf({ masking: 'none', parameters: ['a b'], assets: ['https://img.example/'], canvas: 'yes', colour: 1 }).sort(), [
    'cobrowse.assets[0] has to be an origin like https://shop.example, without a path or a slash at the end',
    'cobrowse.canvas Invalid type: Expected boolean but received "yes"',
    'cobrowse.colour is not a setting (is it misspelt?)',
    'cobrowse.masking has to be private or marked',
    'cobrowse.parameters[0] is no name of a parameter',
  ]);
});
