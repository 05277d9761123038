import { test } from 'node:test';
import { testBrowser } from './browser.js';
import { testDemo } from './demo.js';
import { agent, assertAccessible, assertQuiet, customer } from './people.js';

// An agent writes with more than letters.

const demo = await testDemo();
const browser = await testBrowser();

test('CMP 5 what an agent writes in bold, and what it links, the customer reads so', async () => {
  const [shop, desk] = [await browser.person(), await browser.person()];
  const ana = await agent(desk, `${demo.desk.url}/desk?as=ana`);
  const maya = await customer(shop, `${demo.shop.url}/shop`);
  await maya.introduce('Maya Lindqvist');
  await maya.say('Can I send it back?');
  await ana.accept('Maya Lindqvist');
  const { page } = ana;
  const { keyboard } = page;
  await ana.box.focus();
  await keyboard.press('Control+KeyB');
  await keyboard.type('Yes');
  await keyboard.press('Control+KeyB');
  await keyboard.type(', see ');
  await keyboard.press('Control+KeyK');
  await page.getByRole('textbox', { name: 'Web address' }).fill('shop.example/returns');
  await page.getByRole('textbox', { name: 'Text to display' }).fill('our returns');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Ok', exact: true }).click();
  await ana.box.getByText('our returns').waitFor();
  await keyboard.press('Enter');

  const log = maya.page.getByRole('log', { name: 'Messages' });
  await log.locator('strong', { hasText: 'Yes' }).waitFor();
  await log.getByRole('link', { name: 'our returns' }).and(maya.page.locator('[href="https://shop.example/returns"]')).waitFor();
  assertQuiet(shop, desk);
  await Promise.all([shop.close(), desk.close()]);
});
