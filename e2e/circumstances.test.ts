import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { testBrowser } from './browser.js';
import { testDemo } from './demo.js';
import { agent, assertAccessible, assertQuiet, customer } from './people.js';

// The main job where something about the person, the browser or the screen is out of the ordinary.

const demo = await testDemo({ tokenSeconds: 8 });
const browser = await testBrowser();
const at = (path: string): string => `${path.startsWith('/shop') ? demo.shop.url : demo.desk.url}${path}`;

const close = (...people: readonly BrowserContext[]) => Promise.all(people.map((person) => person.close()));

/** Nothing stands out of the page to the side. */
async function assertFits(page: Page): Promise<void> {
  const { wanted, there } = await page.evaluate(() => ({ wanted: document.documentElement.scrollWidth, there: innerWidth }));
  assert.ok(wanted <= there, `${String(wanted)} px in ${String(there)} px`);
}

test('WID 4 a customer whom the shop vouches for is known by name at the desk, and asked for nothing', async () => {
  const [shop, desk] = [await browser.person(), await browser.person()];
  const clara = await customer(shop, at('/shop'));
  await clara.page.getByRole('button', { name: 'Sign in' }).click();
  await clara.page.getByRole('button', { name: 'As Clara Winter' }).click();
  await clara.page.getByRole('button', { name: 'Clara Winter' }).waitFor();
  await clara.page.getByRole('button', { name: 'Open chat' }).click();
  await clara.say('It is me again');
  const ana = await agent(desk, at('/desk?as=ana'));
  await ana.accept('Clara Winter');
  await ana.message('It is me again').waitFor();
  await assertAccessible(clara.page);
  assertQuiet(shop, desk);
  await close(shop, desk);
});

test('DLV 5 a token that ends in mid-conversation is renewed, and nothing is lost', async () => {
  const [shop, desk] = [await browser.person(), await browser.person()];
  const ben = await agent(desk, at('/desk?as=ben'));
  const noah = await customer(shop, at('/shop'));
  await noah.introduce('Noah Berg');
  await noah.say('Before');
  await ben.accept('Noah Berg');
  // The console asks the CRM for the next token while the old one is good; what is written meanwhile goes its way.
  const renewed = ben.page.waitForResponse((response) => response.url().includes('/demo/token'));
  await ben.say('While the old one is good');
  await renewed;
  await ben.say('With the new one');
  for (const text of ['While the old one is good', 'With the new one']) await noah.message(text).waitFor();
  await noah.say('After');
  await ben.message('After').waitFor();
  assertQuiet(shop, desk);
  await close(shop, desk);
});

test('DLV 5 a browser that keeps nothing works, and says that nothing is kept', async () => {
  const [shop, desk] = [await browser.person(), await browser.person()];
  await shop.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('refused by the test', 'SecurityError');
      },
    });
    Storage.prototype.setItem = () => {
      throw new DOMException('refused by the test', 'SecurityError');
    };
  });
  const ida = await customer(shop, at('/shop'));
  await ida.introduce('Ida Holm');
  await ida.window.getByText('This browser keeps nothing: the chat is gone when you close this page.').waitFor();
  await ida.say('Kept nowhere here');
  const ana = await agent(desk, at('/desk?as=ana'));
  await ana.accept('Ida Holm');
  await ana.message('Kept nowhere here').waitFor();
  await assertAccessible(ida.page);
  await close(shop, desk);
});

test('DLV 4 a clock that is three hours wrong shows nowhere: both sides have the same times', async () => {
  const [shop, desk] = [await browser.person(), await browser.person()];
  await shop.addInitScript(() => {
    const { now } = Date;
    const ahead = 3 * 3_600_000;
    Date.now = () => now() + ahead;
    window.Date = new Proxy(Date, {
      construct: (target, args: unknown[]) => Reflect.construct(target, args.length > 0 ? args : [now() + ahead]) as Date,
    });
  });
  const ana = await agent(desk, at('/desk?as=ana'));
  const otto = await customer(shop, at('/shop'));
  await otto.introduce('Otto Falk');
  await otto.say('What time is it?');
  await ana.accept('Otto Falk');
  await ana.message('What time is it?').waitFor();
  const stamp = (page: Page): Promise<string | null> =>
    page.getByRole('log', { name: 'Messages' }).locator('time').last().getAttribute('datetime');
  assert.equal(await stamp(otto.page), await stamp(ana.page));
  await close(shop, desk);
});

test('DLV 5 a page that is older than the relay is told to reload', async () => {
  const shop = await browser.person();
  await shop.routeWebSocket(/\/v1\/socket/, (socket) => {
    const relay = socket.connectToServer();
    socket.onMessage((frame) => relay.send(String(frame).replace(/"version":\d+/, '"version":0')));
  });
  const old = await customer(shop, at('/shop'));
  await old.page.getByRole('button', { name: 'Open chat' }).click();
  await old.page.getByText('The chat was updated. Reload the page to go on.').waitFor();
  await old.page.getByRole('button', { name: 'Reload' }).waitFor();
  await assertAccessible(old.page);
  await close(shop);
});

test('TRY 2 at 360 px the whole job can be done on both sides, in the dark too', async () => {
  const small = { viewport: { width: 360, height: 640 }, colorScheme: 'dark' } as const;
  const [shop, desk] = [await browser.person({ ...small, hasTouch: true, isMobile: true }), await browser.person(small)];
  const ana = await agent(desk, at('/desk?as=ana'));
  const eva = await customer(shop, at('/shop'));
  await eva.introduce('Eva Lorenz');
  await eva.say('On my phone');
  await assertFits(eva.page);
  await assertAccessible(eva.page);
  await ana.accept('Eva Lorenz');
  await ana.message('On my phone').waitFor();
  await ana.say('On a narrow panel');
  await eva.message('On a narrow panel').waitFor();
  await assertFits(ana.page);
  await assertAccessible(ana.page);
  assertQuiet(shop, desk);
  await close(shop, desk);
});

test('WID 2 in Arabic everything runs from right to left, on both sides, with nothing left in English', async () => {
  const [shop, desk] = [await browser.person(), await browser.person()];
  const page = await shop.newPage();
  await page.goto(at('/shop?lang=ar'));
  await page.getByRole('button', { name: 'افتح المحادثة' }).click();
  const window = page.locator('deskbell-chat').getByRole('dialog');
  const name = window.getByRole('textbox').first();
  await name.fill('ليلى');
  await name.press('Enter');
  await window.getByRole('textbox').nth(1).press('Enter');
  const box = window.locator('textarea');
  await box.fill('مرحبا');
  await box.press('Enter');
  await window.getByRole('log').getByText('مرحبا').waitFor();
  assert.equal(await window.evaluate((element) => getComputedStyle(element).direction), 'rtl');
  await assertAccessible(page);

  const theirs = await desk.newPage();
  await theirs.goto(at('/desk?as=ana&lang=ar'));
  const row = theirs.getByRole('listitem').filter({ hasText: 'ليلى' });
  await row.getByRole('button').last().click();
  await theirs.getByRole('log').getByText('مرحبا').waitFor();
  assert.equal(await theirs.getByRole('log').evaluate((element) => getComputedStyle(element).direction), 'rtl');
  await assertAccessible(theirs);
  const heard = await theirs.locator('deskbell-console').ariaSnapshot();
  assert.doesNotMatch(heard, /(button|heading|textbox|status).*(Accept|Closed|Ongoing|Waiting|Listening|Send|Message|End\b)/);
  assertQuiet(shop, desk);
  await close(shop, desk);
});
