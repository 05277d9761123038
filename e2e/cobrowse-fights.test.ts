import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { testBrowser } from './browser.js';
import { banner, seen, serveSite, showByCode, until, view, type Served } from './by-code.js';
import { testDemo } from './demo.js';
import { openNetwork } from './network.js';
import { agent, assertQuiet } from './people.js';

// Pages that fight with co-browse without meaning to, in two real browsers: the customer's page is to stay what it is, and the agent to see it.

const pages = new Map<string, Served>();
const site = await serveSite(pages);
const networks = { shop: await openNetwork(), desk: await openNetwork() };
const origins = [networks.shop.url, networks.desk.url, site].join(',');
const demo = await testDemo({ networks, env: { DEMO_ORIGINS: origins } });
for (const network of Object.values(networks)) network.lead(demo.port);
const browser = await testBrowser();
const relay = networks.shop.url;

const SCRIPT = (attributes = ''): string =>
  `<script ${attributes} src="${relay}/deskbell-cobrowse.js" data-site-key="harbour-and-pine"></script>`;

interface Two {
  readonly desk: Page;
  readonly page: Page;
  readonly people: readonly BrowserContext[];
}

/** A customer who shows a page of the site to an agent. */
async function two(path: string): Promise<Two> {
  const [colleague, shopper] = [await browser.person(), await browser.person()];
  const { page: desk } = await agent(colleague, `${networks.desk.url}/desk?as=ana`);
  const page = await shopper.newPage();
  await page.goto(site + path);
  await showByCode(desk, page);
  return { desk, page, people: [colleague, shopper] };
}

const end = async ({ desk, page, people }: Two): Promise<void> => {
  await banner(page).getByRole('button', { name: 'Stop' }).click();
  await desk.locator('deskbell-cobrowse-view').getByRole('button', { name: 'Close', exact: true }).click();
  await Promise.all(people.map((person) => person.close()));
};

test('COB 5 a strict policy, a base elsewhere, and elements with the names of what pages are made of are no hindrance', async () => {
  const policy = `default-src 'none'; script-src 'nonce-abc'; style-src 'self'; img-src 'self'; connect-src ${relay} ${relay.replace('http', 'ws')}`;
  pages.set('/own.css', { html: 'h1 { color: rgb(1, 2, 3) }', type: 'text/css' });
  pages.set('/strict', {
    headers: { 'Content-Security-Policy': policy },
    html: `<!doctype html><link rel="stylesheet" href="${site}/own.css"><base href="${site}/deep/in/it/"><title>Strict</title><h1>Strictly</h1>
      <img name="document" src="picture.png" alt="A lamp"><form name="body"><input name="attributes"><input name="parentNode" aria-label="Street"><input name="childNodes"></form>
      <form name="location"><input name="style"><input name="ownerDocument"></form><img name="head" alt=""><iframe name="title"></iframe>
      <deskbell-cobrowse></deskbell-cobrowse>${SCRIPT('nonce="abc"')}`,
  });
  const both = await two('/strict');
  const { desk, page, people } = both;
  await seen(desk).getByRole('heading', { name: 'Strictly' }).waitFor();
  assert.equal(await seen(desk).getByAltText('A lamp').getAttribute('src'), `${site}/deep/in/it/picture.png`);
  assert.equal(
    await seen(desk)
      .getByRole('heading')
      .evaluate((heading) => getComputedStyle(heading).color),
    'rgb(1, 2, 3)',
  );
  const street = page.getByRole('textbox', { name: 'Street' });
  await street.fill('Harbour Row 7');
  await until(desk, async () => (await seen(desk).getByRole('textbox', { name: 'Street' }).inputValue()) === 'Harbour Row 7');
  await desk.getByRole('button', { name: 'Request control' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await desk.getByRole('button', { name: 'Give back control' }).waitFor();
  await until(desk, async () => {
    await seen(desk).getByRole('textbox', { name: 'Street' }).click({ force: true });
    await desk.keyboard.press('Control+KeyA');
    await desk.keyboard.type('Pine Lane 4');
    return (await street.inputValue()) === 'Pine Lane 4';
  });
  assertQuiet(...people);
  await end(both);
});

test('COB 5 a page that changes 10,000 times a second stays usable, and 50,000 nodes and 5 MB of styles come over', async () => {
  pages.set('/fight', {
    html: `<!doctype html><title>Fight</title><h1>Fight</h1><label>Name <input></label><button id="go">Go</button><p id="count">0</p>
      <table><tbody></tbody></table><main></main><deskbell-cobrowse></deskbell-cobrowse>${SCRIPT()}
      <script>
        const rows = document.querySelector('tbody');
        for (let row = 0; row < 50; row++) rows.insertRow().insertCell().textContent = 'row';
        let count = 0, isGoing = false;
        function change() {
          for (let each = 0; each < 167; each++) {
            count++;
            const row = rows.rows[count % 50];
            if (count % 4 === 0) rows.append(row);
            else if (count % 4 === 1) row.replaceWith(row.cloneNode(true));
            else row.cells[0].textContent = String(count);
          }
          document.querySelector('#count').textContent = String(count);
          if (isGoing) requestAnimationFrame(change);
        }
        document.querySelector('#go').onclick = () => { isGoing = !isGoing; if (isGoing) change(); };
        globalThis.grow = () => {
          document.querySelector('main').innerHTML = '<p>text</p>'.repeat(25000) + '<p id="last">The last of them</p>';
          const style = document.createElement('style');
          style.textContent = '.a-class-of-the-page > b { color: red; margin: 0 1px 2px 3px }\\n'.repeat(80000) + '#last { color: rgb(4, 5, 6) }';
          document.head.append(style);
        };
      </script>`,
  });
  const both = await two('/fight');
  const { desk, page, people } = both;
  const there = seen(desk);
  await there.getByRole('heading', { name: 'Fight' }).waitFor();
  await page.locator('#go').click();
  // The customer goes on as if nobody looked, and the agent sees it while it changes.
  await page.getByRole('textbox', { name: 'Name' }).pressSequentially('Maya Lindqvist');
  await until(desk, async () => (await there.getByRole('textbox', { name: 'Name' }).inputValue()) === 'Maya Lindqvist');
  await until(desk, async () => Number(await there.locator('#count').textContent()) > 10_000);
  await page.locator('#go').click();
  const last = await page.locator('table').innerText();
  await until(desk, async () => (await there.locator('table').innerText()) === last);

  await page.evaluate(() => (globalThis as unknown as { grow(): void }).grow());
  await until(
    desk,
    async () =>
      (await there.locator('#last').count()) === 1 &&
      (await there.locator('#last').evaluate((it) => getComputedStyle(it).color)) === 'rgb(4, 5, 6)',
  );
  assert.equal(await there.locator('main > p').count(), 25_001);
  assertQuiet(...people);
  await end(both);
});

test('COB 5 a page that breaks what it has from the browser, and a service worker that answers with nothing, end nothing', async () => {
  pages.set('/nothing.js', {
    type: 'text/javascript',
    html: `addEventListener('install', () => skipWaiting());
      addEventListener('activate', (event) => event.waitUntil(clients.claim()));
      addEventListener('fetch', (event) => event.respondWith(new Response('')));`,
  });
  pages.set('/break', {
    html: `<!doctype html><title>Break</title><h1>Before</h1><deskbell-cobrowse></deskbell-cobrowse>${SCRIPT()}`,
  });
  const both = await two('/break');
  const { desk, page } = both;
  const there = seen(desk);
  await there.getByRole('heading', { name: 'Before' }).waitFor();
  await page.evaluate(() => {
    const broken = () => {
      throw new Error('the page’s own');
    };
    const names = ['MutationObserver', 'WebSocket', 'AbortController', 'JSON', 'Proxy'];
    for (const name of names) Object.assign(globalThis, { [name]: name === 'JSON' ? { parse: broken, stringify: broken } : broken });
    Object.assign(Array.prototype, { extra: 'in every list' });
    Object.assign(Node.prototype, { insertBefore: broken, contains: broken });
  });
  const says = async (text: string): Promise<void> => {
    await page.evaluate((said) => (document.querySelector('h1')!.textContent = said), text);
    await there.getByRole('heading', { name: text }).waitFor();
  };
  await says('After');
  // Everything is opened anew with what the page has left of it.
  await networks.shop.cut();
  await networks.shop.mend();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await says('After a break');

  await page.evaluate(async () => {
    const claimed = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
    await navigator.serviceWorker.register('/nothing.js');
    await claimed;
  });
  assert.equal(await page.evaluate(async (address) => (await fetch(address)).text(), `${relay}/healthz`), '');
  await says('Without an answer');
  // Who clicks and types comes with the first who asks, and now it does not come.
  await desk.getByRole('button', { name: 'Request control' }).click();
  await desk.getByRole('button', { name: 'Request control' }).and(desk.locator(':not([aria-disabled=true])')).waitFor();
  await says('Still there');
  // The relay hears of it by what was open before.
  await banner(page).getByRole('button', { name: 'Stop' }).click();
  await banner(page).getByText('You no longer show your page.').waitFor();
  await view(desk)
    .getByRole('heading', { name: /stopped co-browse/ })
    .waitFor();
  await Promise.all(both.people.map((person) => person.close()));
});
