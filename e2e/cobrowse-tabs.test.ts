import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { testBrowser } from './browser.js';
import { banner, holds, seen, showByCode, view } from './by-code.js';
import { testDatabase } from './database.js';
import { testDemo } from './demo.js';
import { agent, assertAccessible, assertQuiet } from './people.js';

// A customer with several tabs, and an agent with several consoles: of each side one is in use.

const database = await testDatabase();
const demo = await testDemo({ databaseUrl: database.url });
const browser = await testBrowser();

const sees = (page: Page) => banner(page).getByText('Ana Sousa sees this page');
const isAside = (page: Page) => banner(page).getByText('Ana Sousa sees another tab');
const heading = (desk: Page, name: string) => seen(desk).getByRole('heading', { name, level: 1 });

test('COB 3, COB 5 the agent follows the tab that is in use, every tab has the banner, and Stop in any of them is Stop in all', async () => {
  const [colleague, shopper] = [await browser.person(), await browser.person()];
  const { page: desk } = await agent(colleague, `${demo.desk.url}/desk?as=ana`);
  const first = await shopper.newPage();
  await first.goto(`${demo.shop.url}/help`);
  await showByCode(desk, first);
  const second = await shopper.newPage();
  await second.goto(`${demo.shop.url}/shop/checkout`);
  await sees(second).waitFor();
  await heading(desk, 'Check out').waitFor();
  await isAside(first).waitFor();
  // The one that was touched last.
  await first.locator('h1').click();
  await sees(first).waitFor();
  await isAside(second).waitFor();
  await seen(desk)
    .getByRole('heading', { name: await first.locator('h1').innerText(), level: 1 })
    .waitFor();
  await second.locator('[name=street]').fill('Harbour Row 7');
  await heading(desk, 'Check out').waitFor();
  await holds(seen(desk).locator('[name=street]'), 'Harbour Row 7');
  await assertAccessible(first);
  await banner(first).getByRole('button', { name: 'Stop' }).click();
  await banner(first).getByText('You no longer show your page.').waitFor();
  await banner(second).getByText('It is over. Nobody sees your page.').waitFor();
  await view(desk)
    .getByRole('heading', { name: /stopped co-browse/ })
    .waitFor();
  assertQuiet(colleague, shopper);
  await Promise.all([colleague.close(), shopper.close()]);
});

test('COB 3 of two consoles of one agent the newer one shows the page, and the other can have it back', async () => {
  const [colleague, shopper] = [await browser.person(), await browser.person()];
  const { page: desk } = await agent(colleague, `${demo.desk.url}/desk?as=ana`);
  const shop = await shopper.newPage();
  await shop.goto(`${demo.shop.url}/help`);
  await showByCode(desk, shop);
  await shop.goto(`${demo.shop.url}/shop/checkout`);
  await heading(desk, 'Check out').waitFor();
  const { page: other } = await agent(colleague, `${demo.desk.url}/desk?as=ana`);
  await other.locator('deskbell-cobrowse-rows').getByRole('button').first().click();
  await heading(other, 'Check out').waitFor();
  await view(desk).getByRole('button', { name: 'Show it here' }).click();
  await heading(desk, 'Check out').waitFor();
  await view(other).getByRole('button', { name: 'Show it here' }).waitFor();
  await sees(shop).waitFor();
  await shop.locator('[name=street]').fill('Pine Lane 4');
  await holds(seen(desk).locator('[name=street]'), 'Pine Lane 4');
  await view(desk).getByRole('button', { name: 'End', exact: true }).click();
  await view(desk).waitFor({ state: 'detached' });
  // What ended meanwhile cannot be had back.
  await view(other).getByRole('button', { name: 'Show it here' }).click();
  await view(other).getByRole('heading', { name: 'You ended co-browse' }).waitFor();
  assertQuiet(colleague, shopper);
  await Promise.all([colleague.close(), shopper.close()]);
});
