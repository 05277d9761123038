import assert from 'node:assert/strict';
import test from 'node:test';
import { createAddresses } from './addresses.js';
import { createSecrets } from './secrets.js';
import { createStyles } from './styles.js';

const secrets = createSecrets(['K-\\d+']);
const { sheet, attribute } = createStyles(createAddresses(['v'], secrets), secrets);

test('COB 6 P11 in private pages a style sheet says no words, but still shows its icons and fonts', () => {
  assert.equal(sheet('a::after{content:"SECRET 12" " ;} x" attr(title)}', true), 'a::after{content:"•••••• ••" " ;} •" attr(title)}');
  assert.equal(sheet('a{--label:"SECRET"}b{quotes:"S" "T"}', true), 'a{--label:"••••••"}b{quotes:"•" "•"}');
  assert.equal(sheet("a{content:'\\53 ECRET'}", true), "a{content:'••••••'}");
  const looks =
    'i::before{content:"\\e900"}i::after{content:"→"}a{font:1em "Open Sans";--font-x:"Open Sans"}b{grid-template-areas:"a b"}[data-x="y"]{color:red}';
  assert.equal(sheet(looks, true), looks);
  assert.equal(sheet('a::after{content:"Shown"}', false), 'a::after{content:"Shown"}');
});

test('COB 6 P11 comments never leave, and addresses are whole or left out', () => {
  assert.equal(sheet('/* SECRET */a{color:red/* SECRET', false), '/**/a{color:red/**/');
  assert.equal(sheet('a{background:url(a.png?v=1) , url("b.png?t=SECRET")}', false), 'a{background:url(a.png?v=1) , none}');
  assert.equal(sheet('a{background:url(a.png\\3f t=SECRET)}', false), 'a{background:none}');
  assert.equal(sheet('@import "x.css?t=SECRET";a{b:image-set("a.png?t=SECRET" 1x)}', false), '@import "";a{b:image-set("" 1x)}');
  assert.equal(sheet('a{fill:url(#g)}', true), 'a{fill:url(#g)}');
});

test('COB 6 P11 pictures within style sheets of private pages are icons without words', () => {
  const icon = `a{background:url("data:image/svg+xml,<svg><path d='M0 0'/></svg>")}`;
  assert.equal(sheet(icon, true), icon);
  for (const picture of [
    'data:image/png;base64,SECRET',
    'data:image/svg+xml,<svg><text>SECRET</text></svg>',
    'data:image/svg+xml;base64,SECRET',
  ]) {
    assert.equal(sheet(`a{background:url("${picture}")}`, true), 'a{background:none}');
    assert.notEqual(sheet(`a{background:url("${picture}")}`, false), 'a{background:none}');
  }
});

test('COB 6 P11 card numbers, e-mail addresses and what patterns find are masked in selectors and strings', () => {
  assert.doesNotMatch(
    sheet('.c-4111111111111111,[x="K-12"],.ada\\@lovelace\\.example{width:33.3333333333333333%}', false),
    /4111|K-12|lovelace/,
  );
  assert.match(sheet('a{width:33.3333333333333333%}', false), /33\.3333333333333333%/);
});

test('COB 6 P11 a masked style attribute has no words, no pictures and no variables that say anything', () => {
  assert.equal(
    attribute('color:red;background:url(face.png);--name:SECRET;--size:calc(1px + 2%);--s:"SECRET"', true),
    'color:red;background:none;;--size:calc(1px + 2%);',
  );
  assert.equal(attribute('background:url(face.png)', false), 'background:url(face.png)');
});

test('COB 5 P11 one string or address of twenty megabytes is gone over, and a word without end is once', () => {
  const long = 'AbCd'.repeat(5_000_000);
  assert.equal(sheet(`a{src:url(data:font/woff2;base64,${long})}`, false).length, long.length + 35);
  assert.equal(sheet(`a{content:"${long}"}b{color:red}`, true).endsWith('•"}b{color:red}'), true);
  assert.equal(sheet(`${long}@ada.example`, false), 'x'.repeat(long.length + 12));
});

test('COB 5 P11 a variable of a masked element takes no time, however it is written', () => {
  const names = 'var(--color--primary--hover) '.repeat(200);
  assert.equal(attribute(`color:red;--a:${names}"SECRET"`, true), 'color:red;');
  assert.equal(attribute(`--a:${'-'.repeat(5_000)}!;color:red`, true), ';color:red');
  assert.equal(attribute('--gap:calc(1px + var(--x-y) * -2)', true), '--gap:calc(1px + var(--x-y) * -2)');
});
