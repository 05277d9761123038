import assert from 'node:assert/strict';
import { test } from 'node:test';
import { banner, holds, seen } from './by-code.js';
import { asks, change, close, comes, demo, offerOf, PUSH } from './contact-centre.js';
import { decoded, standingIn, Wire } from './places.js';
import { assertQuiet } from './people.js';

// The checkout has a form of another company in a frame of another origin: seen in its place, used with leave, and its card is nobody's business.

const CARD = '4539197382046171';
const CODE = 'QX-code-83';

test('COB 1, COB 5, COB 6 P23 a payment frame of another origin is seen and used with the customer, and its card number never leaves it', async () => {
  await change({}, PUSH);
  const ana = await comes('ana');
  const maya = await asks('Maya Lindqvist', 'I cannot pay.');
  const [desk, shop] = [ana.at.page, maya.at.page];
  const [toAgent, fromCustomer] = [new Wire(ana.person), new Wire(maya.person)];
  await offerOf(ana.at, 'Maya Lindqvist').getByRole('button', { name: 'Accept' }).click();
  await ana.at.message('I cannot pay.').waitFor();
  await shop.goto(`${demo.shop.url}/shop/checkout`);
  await shop.getByRole('button', { name: /^Open chat/ }).click();
  await desk.getByRole('button', { name: 'Co-Browse' }).click();
  await maya.at.window.getByRole('button', { name: 'Show my page' }).click();
  await banner(shop).getByText('Ana Sousa sees this page').waitFor();

  await shop.getByText('Pay with Keel instead').click();
  const [form, mirrored] = [shop.frameLocator('iframe[title="Keel Payments"]'), seen(desk).frameLocator('iframe')];
  assert.notEqual(await form.locator('body').evaluate(() => origin), await shop.evaluate(() => origin));
  await mirrored.getByText('Keel Payments keeps your card to itself').waitFor();
  await form.locator('[name=card-number]').pressSequentially(CARD);
  await form.locator('[name=card-code]').pressSequentially(CODE);
  await form.locator('[name=bank-town]').fill('Kiel');
  await holds(mirrored.locator('[name=bank-town]'), 'Kiel');

  await desk.getByRole('button', { name: 'Request control' }).click();
  await shop.getByRole('button', { name: 'Allow' }).click();
  await desk.getByRole('button', { name: 'Give back control' }).waitFor();
  const town = form.locator('[name=bank-town]');
  while ((await town.inputValue()) !== 'Flensburg') {
    // Again, as long as the customer's own hand comes first.
    await mirrored.locator('[name=bank-town]').click({ force: true });
    await desk.keyboard.press('Control+KeyA');
    await desk.keyboard.type('Flensburg');
    await desk.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  await holds(mirrored.locator('[name=bank-town]'), 'Flensburg');
  // What is typed goes to where the focus is still: never into the card.
  await mirrored.locator('[name=card-number]').click({ force: true });
  await desk.keyboard.type('1');
  assert.equal(await form.locator('[name=card-number]').inputValue(), CARD);

  const view = desk.frames().find((frame) => frame.url().includes('/cobrowse/view'));
  assert.ok(view);
  const places = {
    'the agent’s page': await standingIn(desk),
    'the view': await standingIn(view),
    'the agent’s wire': decoded(await toAgent.all()),
    'the customer’s wire': decoded(await fromCustomer.all()),
  };
  assert.ok(places['the view'].includes('Flensburg'), 'the view was not looked into');
  for (const [place, there] of Object.entries(places))
    for (const secret of [CARD, CODE]) assert.ok(!there.includes(secret), `${secret} is in ${place}`);

  await banner(shop).getByRole('button', { name: 'Take back control' }).click();
  await desk.getByRole('button', { name: 'Request control' }).waitFor();
  await banner(shop).getByRole('button', { name: 'Stop' }).click();
  await desk.getByRole('button', { name: 'Ask again' }).first().waitFor();
  assertQuiet(ana.person, maya.person);
  await close(ana, maya);
});
