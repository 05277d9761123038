import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FrameLocator, Page } from 'playwright-core';
import { testBrowser } from './browser.js';
import { testDemo } from './demo.js';
import { agent, assertAccessible, assertQuiet, customer, written } from './people.js';

// The order service's page beside a conversation: another origin, in a sandbox, that the console talks with.

const demo = await testDemo();
const browser = await testBrowser();

const ORDERS = `http://127.0.0.1:${String(demo.shop.port)}/demo/orders`;

/** Somebody who writes, and may say at which address their orders are. */
async function asks(name: string, email: string) {
  const person = await browser.person();
  const them = await customer(person, `${demo.shop.url}/shop`);
  await them.page.getByRole('button', { name: 'Open chat' }).click();
  await them.window.getByRole('textbox', { name: 'Your name' }).fill(name);
  await them.window.getByRole('textbox', { name: /^Email/ }).fill(email);
  await them.window.getByRole('button', { name: 'Start chat' }).click();
  await them.say('Where is my order?');
  return { ...them, person };
}

const panel = (page: Page): FrameLocator => page.frameLocator('iframe[title="Orders"]');

test('INF 6 a page beside the conversation is told who it is about, puts text into the draft, and opens another conversation', async () => {
  const desk = await browser.person();
  const ana = await agent(desk, `${demo.desk.url}/desk?as=ana`);
  const { page } = ana;
  const nora = await asks('Nora Vind', 'nora@example.com');
  const clara = await asks('Clara Winter', 'clara.winter@example.com');

  await ana.accept('Nora Vind');
  await page.getByRole('button', { name: 'Orders', exact: true }).click();
  await panel(page).getByText('Nora Vind has no order under this address. Find one above.').waitFor();
  await panel(page).getByRole('searchbox', { name: 'Find' }).fill('HP-2071');
  await panel(page).getByText('Tideline teapot').waitFor();
  await panel(page).getByRole('searchbox', { name: 'Find' }).fill('');

  await ana.accept('Clara Winter');
  await panel(page).getByRole('heading', { name: 'Orders of Clara Winter' }).waitFor();
  await panel(page)
    .getByRole('heading', { name: /HP-2087/ })
    .waitFor();
  assert.equal(await panel(page).getByRole('listitem').filter({ hasText: 'HP-' }).count(), 2);
  await assertAccessible(page);
  await panel(page).getByRole('button', { name: 'Put it into the draft' }).first().click();
  await ana.box.getByText(/^Your order HP-2087 \(Storm lantern No\. 4, 2 × Beeswax pair with holder\)/).waitFor();
  // It is the agent who sends it.
  const text = await written(ana.box);
  assert.equal(await clara.message(text).count(), 0);
  await ana.box.press('Enter');
  await clara.message(text).waitFor();

  await panel(page).getByRole('region', { name: 'Shown here before' }).getByRole('button', { name: 'Nora Vind' }).click();
  await panel(page).getByRole('heading', { name: 'Orders of Nora Vind' }).waitFor();
  await ana.say('I am looking, Nora.');
  await nora.message('I am looking, Nora.').waitFor();
  assertQuiet(desk, nora.person, clara.person);
  await Promise.all([desk, nora.person, clara.person].map((person) => person.close()));
});

test('INF 6 a message from another origin, or from another window of the same, does nothing', async () => {
  const desk = await browser.person();
  const ana = await agent(desk, `${demo.desk.url}/desk?as=ana`);
  const { page } = ana;
  const clara = await asks('Clara Winter', 'clara.winter@example.com');
  await ana.accept('Clara Winter');
  await page.getByRole('button', { name: 'Orders', exact: true }).click();
  await panel(page).getByRole('heading', { name: 'Orders of Clara Winter' }).waitFor();

  // The console's own page.
  await page.evaluate(() => window.postMessage({ deskbell: 'insertDraft', text: 'Buy gold' }, '*'));
  // The very page of the panel, in a frame that is not the panel's.
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    Object.assign(frame, { src: address, title: 'A stranger' });
    document.body.append(frame);
  }, ORDERS);
  const stranger = page.frameLocator('iframe[title="A stranger"]');
  await stranger.getByText('Nobody is here yet.').waitFor();
  await stranger.locator('body').evaluate(() => {
    window.parent.postMessage({ deskbell: 'ready' }, '*');
    window.parent.postMessage({ deskbell: 'insertDraft', text: 'Buy gold' }, '*');
  });
  // The page itself, with what is no message.
  await panel(page)
    .locator('body')
    .evaluate(() => {
      for (const message of [null, 'insertDraft', { deskbell: 'send', text: 'x' }, { deskbell: 'insertDraft', text: 7 }])
        window.parent.postMessage(message, '*');
    });

  await panel(page).getByRole('button', { name: 'Put it into the draft' }).first().click();
  await ana.box.getByText(/^Your order HP-2087/).waitFor();
  assert.match(await written(ana.box), /^Your order HP-2087 [^\n]+\.$/);
  await stranger.getByText('Nobody is here yet.').waitFor();
  assertQuiet(desk, clara.person);
  await Promise.all([desk.close(), clara.person.close()]);
});
