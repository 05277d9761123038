import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { BOT_SECRET, testBot, type TestBot } from '@deskbell/relay/testing/bot.js';
import { changeSettings } from './admin.js';
import { testBrowser } from './browser.js';
import { testDemo } from './demo.js';
import { agent, assertAccessible, assertQuiet, customer } from './people.js';

// Customers who meet an AI agent first, which is a small real server, and the agents who take over from it.

const demo = await testDemo();
const browser = await testBrowser();

/** Gives the shop an AI agent of the test's own, by the settings. */
async function shopWithBot(t: TestContext, way: 'url' | 'transcriptUrl' = 'url'): Promise<TestBot> {
  const bot = await testBot(t);
  const settings = { name: 'Robin', secret: BOT_SECRET, [way]: bot.url, allowPrivate: true };
  await changeSettings(demo.desk.url, ({ sites }) => ({
    sites: sites.map((site) => (site.key === 'harbour-and-pine' ? { ...site, bot: settings } : site)),
  }));
  return bot;
}

const PASSKEY = /^[34679A-Z]{3} [34679A-Z]{3}$/;

/** Messages and notices; what is read out to screen readers says them again elsewhere. */
const log = (page: Page) => page.getByRole('log', { name: 'Messages' });

const information = (page: Page) => page.getByRole('region', { name: 'Information' });

/** What is written on a panel under a name. */
const fact = (page: Page, name: string) => information(page).locator(`dt:text-is("${name}") + dd`);

test('BOT 1, INF 2, INF 3 an AI agent has the customer first, and the agent who takes over has what it knows, what was said, and the passkey', async (t) => {
  const bot = await shopWithBot(t);
  const turns = [
    { messages: [{ text: 'I am Robin. Which order is it?' }] },
    { messages: [{ text: 'And what is wrong with it?' }], collected: { 'Order number': 'HP-2087' } },
    {
      messages: [{ text: 'A colleague takes over.' }],
      collected: { Trouble: 'The lamp flickers' },
      handOver: { intent: 'Repair', note: 'Calm, in no hurry' },
    },
  ];
  bot.answer = ({ body }) => turns[body.messages?.filter(({ by }) => by === 'customer').length ?? 0] ?? {};
  const [shop, desk] = [await browser.person(), await browser.person()];
  const ana = await agent(desk, `${demo.desk.url}/desk?as=ana`);
  const maya = await customer(shop, `${demo.shop.url}/shop`);
  await maya.introduce('Maya Lindqvist');
  await maya.message('I am Robin. Which order is it?').waitFor();
  await maya.window.getByText('You are talking with Robin, an AI agent').waitFor();
  await log(maya.page).getByText('AI agent', { exact: true }).first().waitFor();
  await assertAccessible(maya.page);
  await maya.say('HP-2087');
  await maya.message('And what is wrong with it?').waitFor();
  assert.equal(await ana.row('Maya Lindqvist').count(), 0);

  await maya.say('It flickers');
  await log(maya.page).getByText('Handed over to a person').waitFor();
  await maya.window.getByText('You are next in line').waitFor();
  const passkey = (await log(maya.page).getByText(PASSKEY).textContent()) ?? '';
  await assertAccessible(maya.page);
  for (const secret of ['The lamp flickers', 'Calm, in no hurry']) assert.equal(await maya.window.getByText(secret).count(), 0);

  await ana.accept('Maya Lindqvist');
  const { page } = ana;
  await information(page).getByText('Shared Passkey').waitFor();
  assert.equal(await information(page).getByText(PASSKEY).textContent(), passkey);
  for (const [name, value] of [
    ['Order number', 'HP-2087'],
    ['Trouble', 'The lamp flickers'],
    ['Intent', 'Repair'],
    ['Note', 'Calm, in no hurry'],
  ] as const)
    assert.equal(await fact(page, name).textContent(), value);
  for (const text of ['I am Robin. Which order is it?', 'HP-2087', 'And what is wrong with it?', 'It flickers', 'A colleague takes over.'])
    await ana.message(text).waitFor();
  await log(page).getByText('AI agent', { exact: true }).first().waitFor();
  await assertAccessible(page);

  await ana.say('Is yours the new one?');
  await maya.message('Is yours the new one?').waitFor();
  await maya.say('Yes');
  await ana.message('Yes').waitFor();
  // The AI agent is out of it: a greeting and two answers were all it was asked for.
  assert.equal(bot.asked.length, 3);
  assertQuiet(shop, desk);
  await Promise.all([shop.close(), desk.close()]);
});

test('BOT 1, INF 3 whoever wants a person gets one at the press of a button, with the passkey', async (t) => {
  const bot = await shopWithBot(t);
  bot.answer = () => ({ messages: [{ text: 'Have you tried our questions and answers?' }] });
  const [shop, desk] = [await browser.person(), await browser.person()];
  const ana = await agent(desk, `${demo.desk.url}/desk?as=ana`);
  const luca = await customer(shop, `${demo.shop.url}/shop`);
  await luca.introduce('Luca Moretti');
  await luca.message('Have you tried our questions and answers?').waitFor();
  const person = luca.window.getByRole('button', { name: 'Talk to a person' });
  await person.click();
  await log(luca.page).getByText('You asked for a person').waitFor();
  await luca.window.getByText('You are next in line').waitFor();
  assert.equal(await person.count(), 0);
  const passkey = await log(luca.page).getByText(PASSKEY).textContent();

  await ana.accept('Luca Moretti');
  await log(ana.page).getByText('Luca Moretti asked for a person').waitFor();
  assert.equal(await information(ana.page).getByText(PASSKEY).textContent(), passkey);
  await ana.say('Hello Luca, I am one.');
  await luca.message('Hello Luca, I am one.').waitFor();
  await luca.window.getByText('You are talking with Ana Sousa').waitFor();
  assertQuiet(shop, desk);
  await Promise.all([shop.close(), desk.close()]);
});

test('INF 2 what was said to an AI agent elsewhere and could not be fetched is there after "Reload"', async (t) => {
  const bot = await shopWithBot(t, 'transcriptUrl');
  bot.answer = () => (response) => void response.writeHead(503).end();
  const [shop, desk] = [await browser.person(), await browser.person()];
  const ana = await agent(desk, `${demo.desk.url}/desk?as=ana`);
  const noor = await customer(shop, `${demo.shop.url}/shop`);
  await noor.introduce('Noor Haddad');
  await noor.say('The voice on the telephone sent me here.');
  await ana.accept('Noor Haddad');
  const { page } = ana;
  const missing = page.getByText('The conversation with the AI agent is missing.');
  await missing.waitFor();
  await assertAccessible(page);
  bot.answer = () => ({
    messages: [
      { by: 'bot', text: 'What is your order number?' },
      { by: 'customer', text: 'HP-3310, a stool.' },
    ],
    collected: { 'Order number': 'HP-3310' },
  });
  await page.getByRole('button', { name: 'Reload' }).click();
  const before = page.getByRole('region', { name: 'The conversation with the AI agent' });
  await before.getByText('What is your order number?').waitFor();
  await before.getByText('HP-3310, a stool.').waitFor();
  await missing.waitFor({ state: 'hidden' });
  assert.equal(await fact(page, 'Order number').textContent(), 'HP-3310');
  await assertAccessible(page);
  assert.equal(await noor.window.getByText('HP-3310').count(), 0);
  assertQuiet(shop, desk);
  await Promise.all([shop.close(), desk.close()]);
});

test('BOT 1 the assistant of the demo asks for the order, hands over what it wrote down, and answers nobody but the relay', async () => {
  const unsigned = await fetch(`${demo.shop.url}/demo/assistant`, { method: 'POST', body: JSON.stringify({ messages: [] }) });
  assert.equal(unsigned.status, 401);
  const [shop, desk] = [await browser.person(), await browser.person()];
  const ana = await agent(desk, `${demo.desk.url}/desk?as=ana`);
  const iris = await customer(shop, `${demo.shop.url}/shop?assistant`);
  await iris.introduce('Iris Blom');
  await iris.window.getByText('You are talking with Shop assistant, an AI agent').waitFor();
  const welcome = log(iris.page).getByText(/^Hello, I am the shop’s assistant: a few rules/);
  await welcome.waitFor();
  await iris.page.getByRole('navigation', { name: 'Shop' }).getByRole('link', { name: 'Delivery and returns' }).click();
  await iris.page.getByRole('heading', { name: 'Delivery and returns' }).waitFor();
  await iris.page.reload();
  await iris.page.getByRole('button', { name: /^Open chat/ }).click();
  await welcome.waitFor();
  await iris.say('hp 4711');
  await iris.message('Thank you. And what is it about, in a sentence?').waitFor();
  await iris.say('My parcel has not come.');
  await log(iris.page).getByText('Handed over to a person').waitFor();
  const passkey = await log(iris.page).getByText(PASSKEY).textContent();

  await ana.accept('Iris Blom');
  assert.equal(await information(ana.page).getByText(PASSKEY).textContent(), passkey);
  assert.equal(await fact(ana.page, 'Order number').textContent(), 'HP-4711');
  assert.equal(await fact(ana.page, 'Topic').textContent(), 'Delivery');
  await ana.say('I am looking it up.');
  await iris.message('I am looking it up.').waitFor();
  assertQuiet(shop, desk);
  await Promise.all([shop.close(), desk.close()]);
});
