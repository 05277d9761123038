import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WebSocket } from 'playwright-core';
import { testBrowser } from './browser.js';
import { testDemo } from './demo.js';
import { agent, assertAccessible, assertQuiet, customer } from './people.js';

// What one agent notes, the next one knows, and the customer never.

const demo = await testDemo();
const browser = await testBrowser();

const SECRET = 'Has a dog that eats parcels.';

test('INF 3, INF 4 one agent writes a note, another sees it when the customer comes again, and the customer gets none of it', async () => {
  const people = [await browser.person(), await browser.person(), await browser.person()] as const;
  const [shop, first, second] = people;
  const told: string[] = [];
  shop.on('page', (page) =>
    page.on('websocket', (socket: WebSocket) => socket.on('framereceived', ({ payload }) => told.push(payload.toString()))),
  );
  shop.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/v1/')) void response.text().then((text) => told.push(text));
  });
  const ana = await agent(first, `${demo.desk.url}/desk?as=ana`);
  const maya = await customer(shop, `${demo.shop.url}/shop`);
  await maya.introduce('Nora Vind');
  await maya.say('Where is my parcel?');
  await ana.accept('Nora Vind');
  const notes = ana.page.getByRole('region', { name: 'Notes' });
  await notes.getByRole('button', { name: '+ Add New Note' }).click();
  await notes.getByRole('textbox', { name: 'Note' }).fill(SECRET);
  await assertAccessible(ana.page);
  await notes.getByRole('button', { name: 'Save' }).click();
  await ana.page.getByText('Note saved').waitFor();
  await notes.getByRole('article', { name: 'Note by Ana Sousa' }).getByText(SECRET).waitFor();
  await ana.say('It is on its way.');
  await maya.message('It is on its way.').waitFor();

  await ana.page.getByRole('button', { name: /^End\b/ }).click();
  await ana.page.getByRole('button', { name: 'Yes', exact: true }).click();
  await ana.page.getByRole('radio', { name: 'Resolved' }).check();
  await ana.page
    .getByRole('button', { name: /^Close/ })
    .last()
    .click();
  await first.close();

  await maya.window.getByRole('button', { name: 'Start a new chat' }).click();
  await maya.window.getByRole('textbox', { name: 'Your name' }).fill('Nora Vind');
  await maya.window.getByRole('button', { name: 'Start chat' }).click();
  await maya.say('It still has not come.');
  const ben = await agent(second, `${demo.desk.url}/desk?as=ben`);
  await ben.accept('Nora Vind');
  const known = ben.page.getByRole('region', { name: 'Notes' });
  await known.getByRole('article', { name: 'Note by Ana Sousa' }).getByText(SECRET).waitFor();
  await assertAccessible(ben.page);
  const earlier = ben.page.getByRole('region', { name: 'Earlier conversations' });
  await earlier.getByRole('button', { name: /Resolved/ }).click();
  await ben.message('Where is my parcel?').waitFor();
  assert.equal(await ben.box.isVisible(), false);

  assert.match(told.join('\n'), /"event\.hidden"/);
  assert.equal(told.join('\n').includes('eats parcels'), false);
  assertQuiet(shop, second);
});
