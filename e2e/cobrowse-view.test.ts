import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PageTeller, type Told } from '@deskbell/cobrowse/testing/told-page.js';
import { Encoder } from '@deskbell/cobrowse/wire/encoder.js';
import { testBrowser } from './browser.js';
import { PIXEL, RELAY, desk, elsewhere, heard, inPage, shop, watch } from './cobrowse-view.js';

const browser = await testBrowser();

test('COB 5 an agent sees a customer’s page in their own page, as large as there is room, and hears what is shown', async () => {
  const { page, teller, encoder, send, view } = await watch(browser);
  teller.fresh(
    [
      ['h1', { id: 'title' }, 'Lamps'],
      ['canvas', { id: 'chart', width: '40', height: '20' }],
    ],
    {
      head: [['style', { id: 'style' }]],
      page: { address: `${shop.url}/lamps`, base: `${shop.url}/lamps`, width: 2_000, height: 600 },
    },
  );
  encoder.sheet(teller.id('style'), 'h1 { color: rgb(1, 2, 3) }');
  encoder.picture(teller.id('chart'), PIXEL);
  await send();
  assert.equal(
    await inPage(view, (content) => content.defaultView?.getComputedStyle(content.querySelector('h1') as Element).color),
    'rgb(1, 2, 3)',
  );
  assert.equal(await inPage(view, (content) => content.compatMode), 'CSS1Compat');
  const said = await page.evaluate(() => window.heard);
  assert.deepEqual(
    said?.find(({ type }) => type === 'paged'),
    {
      type: 'paged',
      page: {
        title: 'Lamps',
        address: `${shop.url}/lamps`,
        base: `${shop.url}/lamps`,
        width: 2_000,
        height: 600,
        media: 0,
        bar: undefined,
      },
    },
  );
  assert.deepEqual(said.filter(({ type }) => type === 'shown').at(-1), { type: 'shown', frame: 1, parts: 1 });
  assert.deepEqual(said.filter(({ type }) => type === 'scaled').at(-1), { type: 'scaled', scale: 0.5 });
  await view.waitForFunction(() => {
    const canvas = document.querySelector('iframe')?.contentDocument?.querySelector('canvas');
    return canvas && getComputedStyle(canvas).content.includes('blob:');
  });
  await page.evaluate(() => window.say?.({ type: 'scale', mode: 'actual' }));
  await page.waitForFunction(() => window.heard?.some((each) => each.type === 'scaled' && each.scale === 1));
  await page.evaluate(() => window.say?.({ type: 'label', label: 'Seite von Cleo' }));
  await view.getByRole('region', { name: 'Seite von Cleo' }).waitFor();
});

test('COB 5 a stream that cannot be followed is said to be lost, once, and what was shown stays', async () => {
  const { page, teller, send, view } = await watch(browser);
  teller.fresh([['h1', {}, 'Lamps']]);
  await send();
  const lost = () => page.evaluate(() => window.heard?.filter(({ type }) => type === 'lost').length);
  await page.evaluate(() => {
    for (let i = 0; i < 3; i++) window.say?.({ type: 'mirror', part: new Uint8Array([0, 99, 1, 2, 3]).buffer });
  });
  await heard(page, 'lost');
  assert.equal(await inPage(view, (content) => content.querySelector('h1')?.textContent), 'Lamps');
  await page.evaluate(() => {
    window.heard?.splice(0);
    window.say?.({ type: 'begin' });
    // What was on its way is of the stream before.
    window.say?.({ type: 'mirror', part: new Uint8Array([0, 5, 1, 2, 3]).buffer });
  });
  const frames: Uint8Array[] = [];
  const again = new Encoder((frame) => frames.push(frame));
  new PageTeller(again).fresh([['h1', {}, 'Chairs']]);
  again.flush();
  await page.evaluate((part) => window.say?.({ type: 'mirror', part: new Uint8Array(part).buffer }), [...(frames[0] ?? [])].slice(1));
  await heard(page, 'shown');
  assert.equal(await inPage(view, (content) => content.querySelector('h1')?.textContent), 'Chairs');
  assert.equal(await lost(), 0);
});

test('COB 6 what a customer’s page asks for is asked of its own site alone, as nobody', async () => {
  const { page, teller, encoder, send, view } = await watch(browser);
  await page.context().addCookies([{ name: 'session', value: 'of-the-agent', url: shop.url }]);
  const at = elsewhere.url;
  const body: Told[] = [
    ['img', { id: 'own', src: `${shop.url}/own.png` }],
    ['img', { src: `${at}/img`, srcset: `${at}/srcset 2x` }],
    ['video', { src: `${at}/video`, poster: `${at}/poster`, autoplay: '' }],
    ['audio', { src: `${at}/audio` }],
    ['input', { type: 'image', src: `${at}/input` }],
    ['svg:svg', {}, ['svg:image', { href: `${at}/svg` }], ['svg:use', { href: `${at}/use#x` }], ['svg:feImage', { href: `${at}/fe` }]],
    ['div', { style: `background: url(${at}/style)` }, 'x'],
    ['table', { background: `${at}/background` }],
    ['p', { id: 'p' }, 'x'],
    ['iframe', { src: `${at}/frame`, srcdoc: '<script>top.attacked = 1</script>' }],
    ['object', { data: `${at}/object` }],
    ['form', { action: `${at}/form`, id: 'form' }, ['button', {}, 'Go']],
    ['a', { id: 'link', href: `${shop.url}/next.html`, target: '_top', style: 'position: fixed; inset: 0; font-size: 90px' }, 'x'],
  ];
  teller.fresh(body, {
    head: [
      ['style', { id: 'style' }],
      ['link', { rel: 'stylesheet', href: `${at}/link` }],
    ],
    page: { base: shop.url, width: 1_000 },
  });
  encoder.sheet(
    teller.id('style'),
    `@import "${at}/import"; @font-face { font-family: X; src: url(${at}/font) } p { font-family: X; background: url(${at}/css); cursor: url(${at}/cursor), auto }
     p::after { content: url(${at}/content) } body { background: image-set("${at}/set" 1x); --x: url(${at}/var); list-style: var(--x) }`,
  );
  await send();
  await view.waitForFunction(
    () => (document.querySelector('iframe')?.contentDocument?.querySelector('#own') as HTMLImageElement | null)?.naturalWidth === 1,
  );
  assert.deepEqual(elsewhere.asked, []);
  assert.deepEqual(
    shop.asked.filter(({ path }) => path === '/own.png'),
    [{ path: '/own.png', cookie: undefined, referer: undefined }],
  );

  // The agent's own hand reaches nothing in it either.
  await page.mouse.click(500, 300);
  await page.locator('#note').focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await inPage(view, (content) => {
    (content.querySelector('#link') as HTMLElement).click();
    (content.querySelector('#form') as HTMLFormElement).requestSubmit();
  });
  teller.tell(['p', { id: 'later' }, 'still there'], teller.id('body'));
  await send();
  assert.equal(await page.evaluate(() => window.attacked), undefined);
  assert.equal(new URL(page.url()).origin, desk.url);
  assert.deepEqual([...elsewhere.asked, ...shop.asked.filter(({ path }) => path.endsWith('.html'))], []);
});

test('COB 6 the view opens to nobody but the page around it, and that has to be a desk', async () => {
  const person = await browser.person();
  const page = await person.newPage();
  // Another page may not even frame it.
  await page.goto(`${shop.url}/x.html`);
  await page.evaluate(async (url) => {
    const frame = document.createElement('iframe');
    frame.src = `${url}/cobrowse/view?site=shop`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
  }, RELAY);
  assert.equal(
    await page
      .frames()
      .at(-1)
      ?.evaluate(() => location.protocol),
    'chrome-error:',
  );

  // A frame beside it is not the page around it.
  await page.goto(desk.url);
  const isOpen = await page.evaluate(async (url) => {
    const load = (src: string) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      return loaded.then(() => frame);
    };
    const view = await load(`${url}/cobrowse/view?site=shop`);
    const other = await load('about:blank');
    const script = other.contentDocument?.createElement('script');
    if (!script) throw new Error('there is no frame');
    script.textContent = `
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => parent.attacked = 'opened by another';
      parent.frames[0].postMessage({ type: 'deskbell-view' }, '*', [port2]);`;
    other.contentDocument?.body.append(script);
    // The same from the page itself is heard: messages come in the order in which they went.
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
    view.contentWindow?.postMessage({ type: 'deskbell-view' }, url, [port2]);
    return { answer: await answer, attacked: window.attacked };
  }, RELAY);
  assert.deepEqual(isOpen, { answer: { type: 'ready' }, attacked: undefined });
});
