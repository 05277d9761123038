import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rewriteDeclarations, rewriteSheet } from './css.js';

const BASE = 'https://shop.example/a/b.css';
const sheet = (css: string): string => rewriteSheet(css, BASE);

test('COB 6 addresses in rules are made whole, and those that are none lead nowhere', () => {
  for (const [css, made] of [
    ['a{background:url(x.png)}', 'a{background:url("https://shop.example/a/x.png")}'],
    ["a{background:URL( '../y(1).png' ) no-repeat}", 'a{background:url("https://shop.example/y(1).png") no-repeat}'],
    ['a{background:url(data:text/html,x)}', 'a{background:url("data:,")}'],
    ['a{background:url(javascript:alert(1))}', 'a{background:url("data:,"))}'],
    ['a{fill:url(#one)}', 'a{fill:url("#one")}'],
    [
      'a{background:image-set("x.png" 1x,url(y.png) 2x type("image/png"))}',
      'a{background:image-set("https://shop.example/a/x.png" 1x,url("https://shop.example/a/y.png") 2x type("image/png"))}',
    ],
    [
      '@font-face{font-family:X;src:url(data:font/woff2;base64,d09GMg==) format("woff2"),local("X")}',
      '@font-face{font-family:X;src:url("data:font/woff2;base64,d09GMg==") format("woff2"),local("X")}',
    ],
    ['a::after{content:"url(x.png)"}', 'a::after{content:"url(x.png)"}'],
    ['a{background:url(\\78 .png)}', 'a{background:url("https://shop.example/a/x.png")}'],
  ] as const)
    assert.equal(sheet(css), made);
});

test('COB 6 what would ask for another sheet is left out, however it is written', () => {
  for (const css of [
    '@import url(x.css);',
    '@import "x.css" screen;',
    '@IMPORT/**/"x.css";',
    '@\\69mport "x.css";',
    '@im\\port "x.css"',
    '@charset "utf-8";',
    '@document url(x){a{b:c}}',
    '@unknown{a{b:c}}',
  ])
    assert.equal(sheet(css).replace(/;/g, ''), '', css);
  assert.equal(sheet('@import "a.css";p{color:red}'), 'p{color:red}');
  assert.equal(sheet('p{background:u\\72l(x.png);color:red}'), 'p{color:red}');
  assert.equal(sheet('p{background:src("x.png")}'), 'p{}');
  assert.equal(sheet('@layer a,b;@media print{p{color:red}}'), '@layer a,b;@media print{p{color:red}}');
});

test('COB 5 what depends on the customer’s pointer and focus depends on what the view says of them', () => {
  for (const [css, made] of [
    ['a:hover,b:focus>i{c:d}', 'a[deskbell-hover],b[deskbell-focus]>i{c:d}'],
    ['a:not(:hover):focus-visible{c:d}', 'a:not([deskbell-hover])[deskbell-focus-visible]{c:d}'],
    ['.sm\\:hover\\:red:hover{c:d}', '.sm\\:hover\\:red[deskbell-hover]{c:d}'],
    ['a::part(x):hover{c:d}', 'a::part(x):hover{c:d}'],
    ['::slotted(a:hover){c:d}', '::slotted(a[deskbell-hover]){c:d}'],
    ['a:hover::before{c:d}', 'a[deskbell-hover]::before{c:d}'],
    ['x-a:not(:defined){c:d}', 'x-a:not(:not([deskbell-none])){c:d}'],
    ['a[href=":hover"]{animation:hover 1s}', 'a[href=":hover"]{animation:hover 1s}'],
    ['a{&:hover{c:d}e:f}', 'a{&[deskbell-hover]{c:d}e:f}'],
    ['@media(hover:hover){a:active{c:d}}', '@media(hover:hover){a[deskbell-active]{c:d}}'],
    ['a{animation-name:hover;b:focus}', 'a{animation-name:hover;b:focus}'],
  ] as const)
    assert.equal(sheet(css), made);
});

test('COB 6 rules that are cut off in the middle do not reach into what stands behind them', () => {
  for (const css of ['a{b:c', '@media x{a{b:c', 'a{b:"c', 'a{b:url(c', 'a{b:c /* d', '@unknown{a{b:c'])
    assert.equal((sheet(css).match(/\{/g) ?? []).length, (sheet(css).match(/\}/g) ?? []).length, css);
});

test('COB 6 declarations of one element stay its own', () => {
  assert.equal(rewriteDeclarations('color:red', BASE), 'color:red');
  assert.equal(
    rewriteDeclarations('color:red} body{background:url(x.png)', BASE),
    'color:red bodybackground:url("https://shop.example/a/x.png")',
  );
  assert.equal(rewriteDeclarations('background:u\\72l(x);color:red', BASE), 'color:red');
});

test('COB 5 five megabytes of rules are gone over once', () => {
  const rule = '.card:hover > a[href^="https"] { background: url("x.png") no-repeat; color: rgb(1, 2, 3); margin: 0 }\n';
  const made = sheet(rule.repeat(50_000));
  assert.equal(made.match(/\[deskbell-hover\]/g)?.length, 50_000);
});

test('COB 5 one string or address of twenty megabytes is gone over, too', () => {
  const long = 'AbCd'.repeat(5_000_000);
  for (const value of [`url(data:font/woff2;base64,${long})`, `url("${long}")`, `'${long}'`])
    assert.match(sheet(`a { content: ${value} } b { color: red }`), /b\s*\{\s*color: red\s*\}/);
});
