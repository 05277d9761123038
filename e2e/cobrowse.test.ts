import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { banner, holds, seen, view } from './by-code.js';
import { asks, browser, change, comes, demo, offerOf, PUSH, type AgentThere, type CustomerThere } from './contact-centre.js';
import { assertAccessible, assertQuiet } from './people.js';

// A customer shows an agent a long form, by the chat and by a code, and they fill it in together.

interface Pair {
  readonly ana: AgentThere;
  readonly maya: CustomerThere;
}

/** A customer of a name of their own: what an earlier test left open stays in the tray. */
async function atCheckout(name: string): Promise<Pair> {
  await change({}, PUSH);
  const ana = await comes('ana');
  const maya = await asks(name, 'I am stuck at the checkout.');
  await offerOf(ana.at, name).getByRole('button', { name: 'Accept' }).click();
  await ana.at.message('I am stuck at the checkout.').waitFor();
  await maya.at.page.goto(`${demo.shop.url}/shop/checkout`);
  await maya.at.page.getByRole('button', { name: /^Open chat/ }).click();
  return { ana, maya };
}

async function shows({ ana, maya }: Pair): Promise<void> {
  await ana.at.page.getByRole('button', { name: 'Co-Browse' }).click();
  await maya.at.window.getByRole('button', { name: 'Show my page' }).click();
  await banner(maya.at.page).getByText('Ana Sousa sees this page').waitFor();
  await seen(ana.at.page).getByRole('heading', { name: 'Check out' }).waitFor();
}

/** What the agent types into a field: again, as long as the customer's own hand comes first. */
async function types(desk: Page, field: Locator, text: string, there: Locator): Promise<void> {
  while ((await there.inputValue()) !== text) {
    await field.click({ force: true });
    await desk.keyboard.press('Control+KeyA');
    await desk.keyboard.type(text);
    await desk.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
}

test('COB 1, COB 6 the icon asks, the customer allows, and the agent sees the form fill up, and never the card', async () => {
  const pair = await atCheckout('Maya Lindqvist');
  const { ana, maya } = pair;
  const [desk, shop] = [ana.at.page, maya.at.page];
  await shows(pair);
  await assertAccessible(shop);
  await assertAccessible(desk);
  await shop.getByRole('textbox', { name: 'Card number' }).fill('4111 1111 1111 1111');
  await shop.locator('[name=words]').fill('Only for the two of us');
  await shop.locator('[name=street]').fill('Harbour Row 7');
  await holds(seen(desk).locator('[name=street]'), 'Harbour Row 7');
  const fields = await seen(desk)
    .locator('input, textarea')
    .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value).join('\n'));
  assert.ok(!/4111|two of us/.test(fields), fields);

  await banner(shop).getByRole('button', { name: 'Stop' }).click();
  await desk.getByRole('button', { name: 'Ask again' }).first().waitFor();
  assert.equal(await view(desk).locator('iframe').count(), 0);
  assertQuiet(ana.person, maya.person);
});

test('COB 5 control needs a second consent, and is taken back at once; the next page goes on, a private one does not show', async () => {
  const pair = await atCheckout('Nora Falk');
  const { ana, maya } = pair;
  const [desk, shop] = [ana.at.page, maya.at.page];
  await shows(pair);
  const place = shop.locator('[name=street]');
  await desk.getByRole('button', { name: 'Request control' }).click();
  await shop.getByText('Let Ana Sousa click and type for you?').waitFor();
  await shop.getByRole('button', { name: 'Allow' }).click();
  await desk.getByRole('button', { name: 'Give back control' }).waitFor();
  await assertAccessible(desk);
  await assertAccessible(shop);
  await types(desk, seen(desk).locator('[name=street]'), 'Pine Lane 4', place);
  await holds(seen(desk).locator('[name=street]'), 'Pine Lane 4');
  await banner(shop).getByRole('button', { name: 'Take back control' }).click();
  await desk.getByRole('button', { name: 'Request control' }).waitFor();

  await shop.goto(`${demo.shop.url}/shop/account`);
  await banner(shop)
    .getByText(/this page is private/)
    .waitFor();
  await desk.getByRole('heading', { name: 'A private page' }).waitFor();
  await view(desk).getByRole('heading', { name: 'Paused' }).waitFor();
  assert.equal(await view(desk).getByText('/shop/checkout').count(), 0);
  await assertAccessible(desk);
  await shop.goto(`${demo.shop.url}/shop`);
  await seen(desk).getByRole('heading', { name: 'Everything we have' }).waitFor();
  await desk.reload();
  await desk.getByRole('listitem').filter({ hasText: 'Nora Falk' }).click();
  await seen(desk).getByRole('heading', { name: 'Everything we have' }).waitFor();
  await view(desk).getByRole('button', { name: 'End', exact: true }).click();
  await shop.getByText('Ana Sousa no longer sees your page.').waitFor();
  assertQuiet(maya.person);
});

test('COB 3, COB 4 with no chat: a code is read out, typed wrong, typed right, allowed, and good no second time', async () => {
  await change({}, PUSH);
  const ana = await comes('ana');
  const desk = ana.at.page;
  await desk.locator('deskbell-tray').getByRole('button', { name: 'New' }).click();
  await desk.getByRole('menuitem', { name: 'Co-browse' }).click();
  const code = await desk.getByText(/^\d{3}\s\d{3}$/).innerText();
  await assertAccessible(desk);

  const person = await browser.person();
  const shop = await person.newPage();
  await shop.goto(`${demo.shop.url}/help`);
  await shop.getByRole('button', { name: 'Co-browse' }).waitFor();
  await assertAccessible(shop);
  await shop.getByRole('button', { name: 'Co-browse' }).click();
  const box = shop.getByRole('textbox', { name: 'Code of 6 digits' });
  await box.fill(code.startsWith('1') ? '200000' : '100000');
  await shop.getByRole('button', { name: 'Connect' }).click();
  await shop.getByText('This code is not good').waitFor();
  await box.fill(code);
  await shop.getByRole('button', { name: 'Connect' }).click();
  await shop.getByRole('button', { name: 'Show my page' }).click();
  await banner(shop).getByText('Ana Sousa sees this page').waitFor();
  await seen(desk).getByRole('heading', { name: 'On the phone with us?' }).waitFor();

  const other = await browser.person();
  const stranger = await other.newPage();
  await stranger.goto(`${demo.shop.url}/help`);
  await stranger.getByRole('button', { name: 'Co-browse' }).click();
  await stranger.getByRole('textbox', { name: 'Code of 6 digits' }).fill(code);
  await stranger.getByRole('button', { name: 'Connect' }).click();
  await stranger.getByText('This code is not good').waitFor();

  await view(desk).getByRole('button', { name: 'End', exact: true }).click();
  await shop.getByText('Ana Sousa no longer sees your page.').waitFor();
  assertQuiet(ana.person, person, other);
});
