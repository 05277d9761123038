import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { Service } from '@deskbell/relay/testing/service.js';
import { changeSettings } from './admin.js';
import { testBrowser } from './browser.js';
import { testDemo } from './demo.js';
import { agent, assertAccessible, assertQuiet, customer } from './people.js';

// What agents have the relay do for them, at the demo's own order service and at services that are not so good.

const demo = await testDemo();
const browser = await testBrowser();

/** An agent in a conversation with somebody who wrote. */
async function talking(name: string, text: string) {
  const [shop, desk] = [await browser.person(), await browser.person()];
  const ana = await agent(desk, `${demo.desk.url}/desk?as=ana`);
  const them = await customer(shop, `${demo.shop.url}/shop`);
  await them.introduce(name);
  await them.say(text);
  await ana.accept(name);
  return { ana, them, shop, desk, leave: () => Promise.all([shop.close(), desk.close()]) };
}

const choose = (page: Page, action: string | RegExp) =>
  page.getByRole('region', { name: 'Actions' }).getByRole('button', { name: action }).click();

const submit = (page: Page) => page.getByRole('button', { name: 'Submit' }).click();

const answer = (page: Page, action: string) => page.getByRole('article', { name: `Answer to “${action}”, for agents only` });

test('INF 8 an agent has the relay look up an order, alone sees the answer, and shares it with the customer', async () => {
  const { ana, them, shop, desk, leave } = await talking('Clara Winter', 'Where is my lantern? It is HP-2087.');
  const { page } = ana;
  await choose(page, 'Look up an order');
  const box = page.getByRole('textbox', { name: 'Order number' });
  await box.fill('2087');
  await submit(page);
  await page.getByText('This does not look like “Order number”.').waitFor();
  await assertAccessible(page);
  await box.fill('hp-2087');
  await box.press('Enter');

  const found = answer(page, 'Look up an order');
  const words = found.getByText(/^HP-2087 of \d+ \w+: Storm lantern No\. 4, 2 × Beeswax pair with holder\. On its way: /);
  await words.waitFor();
  await found.getByText('Only agents see this.').waitFor();
  await assertAccessible(page);
  const text = (await words.textContent()) ?? '';
  // The customer has what came after it, and none of it.
  await ana.say('One moment.');
  await them.message('One moment.').waitFor();
  assert.equal(await them.message(text).count(), 0);

  await found.getByRole('button', { name: 'Share with customer' }).click();
  await them.message(text).waitFor();
  await found.getByRole('button', { name: 'Shared' }).waitFor();
  assert.equal(await them.message(text).count(), 1);
  assertQuiet(shop, desk);
  await leave();
});

test('INF 8 the order service answers nobody but the relay, and an order that is not there says so', async () => {
  assert.equal((await fetch(`${demo.shop.url}/demo/orders/HP-2087`)).status, 401);
  const { ana, shop, desk, leave } = await talking('Nora Vind', 'My order is HP-9999.');
  await choose(ana.page, 'Look up an order');
  await ana.page.getByRole('textbox', { name: 'Order number' }).fill('HP-9999');
  await submit(ana.page);
  await ana.page.getByRole('alert').getByText('The service did not accept this (404).').waitFor();
  assertQuiet(shop, desk);
  await leave();
});

/** Gives agents an action for every way in which a service may be bad. */
async function badService(t: TestContext): Promise<Service> {
  const service = await new Service().listen(t);
  const plain = (id: string, path: string, timeoutSeconds: number) => ({
    id,
    name: id,
    request: { url: `${service.url}/${path}`, method: 'GET' as const },
    timeoutSeconds,
    allowPrivate: true,
  });
  await changeSettings(demo.desk.url, ({ actions = [] }) => ({
    actions: [...actions, plain('Broken', 'broken', 10), plain('Slow', 'slow', 30), plain('Too-slow', 'slow', 1)],
  }));
  return service;
}

test('INF 8 a service that is slow can be waited for or left, and one that fails leaves the form as it was', async (t) => {
  const service = await badService(t);
  const { ana, them, shop, desk, leave } = await talking('Tomás Rey', 'Are you there?');
  const { page } = ana;
  const alert = page.getByRole('alert');

  await choose(page, 'Broken');
  await submit(page);
  await alert.getByText('The service did not accept this (500).').waitFor();
  assert.equal(await page.getByText('stack trace').count(), 0);
  await page.getByRole('button', { name: 'Cancel' }).click();

  await choose(page, 'Too-slow');
  await submit(page);
  await alert.getByText('The service did not answer in time. It may have been done all the same.').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await choose(page, /^Slow$/);
  const asked = service.next();
  await submit(page);
  await page.getByRole('status').getByText('The service is at work …').first().waitFor();
  await asked;
  // Nobody has to wait for it: the conversation goes on.
  await ana.say('I am looking.');
  await them.message('I am looking.').waitFor();
  service.release();
  await answer(page, 'Slow').getByText('At last.').waitFor();
  await assertAccessible(page);

  await choose(page, /^Slow$/);
  const again = service.next();
  await submit(page);
  await again;
  await page.getByRole('button', { name: 'Cancel' }).click();
  await alert.getByText('Cancelled. It may have been done all the same.').waitFor();
  assertQuiet(shop, desk);
  await leave();
});
