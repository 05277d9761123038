import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeSettings } from './admin.js';
import { testBrowser } from './browser.js';
import { testDemo } from './demo.js';
import { agent, assertAccessible, assertQuiet, customer, written } from './people.js';

// An agent answers with what was written once for all.

const demo = await testDemo();
const browser = await testBrowser();

test('CMP 2 an agent answers with "/" and without a mouse, and an admin’s change is there without a reload', async () => {
  const [shop, desk] = [await browser.person(), await browser.person()];
  const asked: string[] = [];
  desk.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const ana = await agent(desk, `${demo.desk.url}/desk?as=ana`);
  const maya = await customer(shop, `${demo.shop.url}/shop`);
  await maya.introduce('Maya Lindqvist');
  await maya.say('Where is my lamp?');
  await ana.row('Maya Lindqvist').waitFor();
  const { keyboard } = ana.page;
  // Wherever in the console the focus is, as after Tab from the page around it.
  await ana.page.getByRole('button', { name: /Listening$/ }).focus();
  await keyboard.press('Alt+KeyA');
  await ana.box.waitFor();
  await keyboard.press('Alt+KeyC');
  await ana.page.getByRole('button', { name: 'Standard responses' }).waitFor();

  assert.deepEqual(
    asked.filter((path) => path === '/v1/responses' || path.includes('response-library')),
    [],
  );
  const option = ana.page.getByRole('option');
  await keyboard.type('/');
  await option.first().waitFor();
  await keyboard.type('helo');
  await ana.page.getByRole('option', { name: /^Hello/, selected: true }).waitFor();
  await assertAccessible(ana.page);
  await keyboard.press('Enter');
  const hello = "Hello Maya, I'm Ana from Harbour & Pine. What can I do for you?";
  assert.equal(await written(ana.box), hello);
  await keyboard.press('Control+KeyZ');
  assert.equal(await written(ana.box), '/helo');
  await keyboard.press('Control+KeyY');
  await keyboard.press('Enter');
  await maya.message(hello).waitFor();

  await changeSettings(demo.desk.url, ({ responses = [] }) => ({
    responses: [...responses, { id: 'new', name: 'New', templates: [{ id: 'sorry', name: 'Storm', text: 'The storm stopped our vans.' }] }],
  }));
  await keyboard.type('/storm');
  await ana.page.getByRole('option', { name: /^Storm/, selected: true }).waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await maya.message('The storm stopped our vans.').waitFor();
  assertQuiet(shop, desk);
  await Promise.all([shop.close(), desk.close()]);
});

test('CMP 3 an agent opens the library by its button, goes to a category, and takes a response', async () => {
  const [shop, desk] = [await browser.person(), await browser.person()];
  const ben = await agent(desk, `${demo.desk.url}/desk?as=ben`);
  const tom = await customer(shop, `${demo.shop.url}/shop`);
  await tom.introduce('Tomas Rivera');
  await tom.say('How do I send the stool back?');
  await ben.accept('Tomas Rivera');
  await ben.page.getByRole('button', { name: 'Standard responses' }).click();
  const library = ben.page.getByRole('dialog', { name: 'Standard responses' });
  await library.getByRole('tab', { name: 'Returns and refunds 3' }).click();
  assert.equal(await library.getByRole('option').count(), 3);
  await assertAccessible(ben.page);
  await library.getByRole('option', { name: /^How to return something/ }).click();
  await library.waitFor({ state: 'hidden' });
  assert.match(await written(ben.box), /^You can send anything back within 30 days/);
  await ben.page.keyboard.press('Enter');
  await tom.window.getByText(/^You can send anything back within 30 days/).waitFor();
  assertQuiet(shop, desk);
  await Promise.all([shop.close(), desk.close()]);
});
