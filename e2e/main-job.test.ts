import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testBrowser } from './browser.js';
import { testDemo } from './demo.js';
import { agent, assertAccessible, assertQuiet, customer, written } from './people.js';

// A customer and an agent talk, from the shop to the disposition.

const demo = await testDemo();
const browser = await testBrowser();
const at = (path: string): string => `${path.startsWith('/shop') ? demo.shop.url : demo.desk.url}${path}`;

test('WID 1 a page loads the launcher alone, and the window with the first click', async () => {
  const context = await browser.person();
  const asked: string[] = [];
  context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const maya = await customer(context, at('/shop'));
  await maya.page.getByRole('button', { name: 'Open chat' }).waitFor();
  const ours = (): string[] => asked.filter((path) => path.endsWith('.js') && !path.startsWith('/demo/'));
  assert.deepEqual(ours(), ['/deskbell.js']);
  assert.equal(asked.includes('/v1/customers'), false);
  await maya.page.getByRole('button', { name: 'Open chat' }).click();
  await maya.window.getByRole('textbox', { name: 'Your name' }).waitFor();
  assert.ok(ours().includes('/chat.js'));
  await context.close();
});

test('the main job: WID 2, RTG 4, TRY 2, CMP 1, DLV 1, DLV 3, END 1 and END 6 with two people', async () => {
  const [shop, desk] = [await browser.person(), await browser.person()];
  const ana = await agent(desk, at('/desk?as=ana'));
  const maya = await customer(shop, at('/shop'));
  await maya.introduce('Maya Lindqvist');
  await maya.say('Is the winter blanket wool?');
  await maya.window.getByText('You are next in line').waitFor();
  await maya.window.getByText(/Sent$/).waitFor();
  await assertAccessible(maya.page);

  await ana.row('Maya Lindqvist').getByText('Is the winter blanket wool?').waitFor();
  await assertAccessible(ana.page);
  await ana.accept('Maya Lindqvist');
  await maya.window.getByText('You are talking with Ana Sousa').waitFor();
  await maya.window.getByText(/Read$/).waitFor();

  await ana.box.pressSequentially('Yes');
  await maya.window.getByRole('img', { name: 'Ana Sousa is typing' }).waitFor();
  await ana.box.press('Shift+Enter');
  await ana.box.pressSequentially('pure wool.');
  assert.equal(await written(ana.box), 'Yes\npure wool.');
  await ana.box.press('Tab');
  await ana.page.keyboard.press('Enter');
  await maya.message('Yes\npure wool.').waitFor();
  await assertAccessible(maya.page);

  await ana.page.getByRole('button', { name: /^End\b/ }).click();
  await ana.page.getByRole('button', { name: 'No', exact: true }).click();
  await ana.page.getByRole('button', { name: /^End\b/ }).click();
  await ana.page.getByRole('button', { name: 'Yes', exact: true }).click();
  await maya.window.getByRole('button', { name: 'Start a new chat' }).waitFor();
  const close = ana.page.getByRole('button', { name: /^Close/ }).last();
  await ana.page.getByRole('radio', { name: 'Resolved' }).check();
  await ana.page.getByRole('textbox', { name: /^Description/ }).fill('Asked about wool');
  await assertAccessible(ana.page);
  await close.click();
  await ana.page.getByRole('button', { name: /^Closed/ }).click();
  await ana.row('Maya Lindqvist').first().waitFor();
  assert.equal(await maya.window.getByText('Asked about wool').count(), 0);
  assertQuiet(shop, desk);
  await Promise.all([shop.close(), desk.close()]);
});

test('TRY 2 of two agents who accept at once one has the conversation, and the other is told', async () => {
  const people = await Promise.all([browser.person(), browser.person(), browser.person()]);
  const [ana, ben] = [await agent(people[0], at('/desk?as=ana')), await agent(people[1], at('/desk?as=ben'))];
  const maya = await customer(people[2], at('/shop'));
  await maya.introduce('Tomas Rivera');
  await maya.say('Anybody?');
  const accepts = [ana, ben].map((each) => each.row('Tomas Rivera').getByRole('button', { name: /^Accept/ }));
  await Promise.all(accepts.map((button) => button.waitFor()));
  // What both ask for leaves at the same moment.
  demo.desk.hold();
  await Promise.all(accepts.map((button) => button.click()));
  demo.desk.release();
  await maya.window.getByText(/^You are talking with (Ana Sousa|Ben Okafor)$/).waitFor();
  const winner = (await maya.window.getByText('You are talking with Ana Sousa').count()) > 0 ? ana : ben;
  const loser = winner === ana ? ben : ana;
  await loser.page.getByText('Accepted by another agent').first().waitFor();
  await winner.say('Here I am.');
  await maya.message('Here I am.').waitFor();
  assertQuiet(...people);
  await Promise.all(people.map((person) => person.close()));
});

test('CMP 6 an emoji goes in at the caret', async () => {
  const shop = await browser.person();
  const maya = await customer(shop, at('/shop'));
  await maya.introduce('Lena Hoffmann');
  await maya.box.fill('Thank you!');
  await maya.box.press('ArrowLeft');
  await maya.window.getByRole('button', { name: 'Emoji' }).click();
  await maya.page.getByRole('searchbox', { name: 'Search emoji' }).fill('waving hand');
  await maya.page.getByRole('button', { name: 'waving hand' }).first().click();
  assert.match(await written(maya.box), /^Thank you\p{Emoji}.*!$/u);
  assertQuiet(shop);
  await shop.close();
});

test('CMP 9 a draft survives another conversation and a reload', async () => {
  const [shop, other, desk] = [await browser.person(), await browser.person(), await browser.person()];
  const ana = await agent(desk, at('/desk?as=ana'));
  for (const [context, name] of [
    [shop, 'Priya Raman'],
    [other, 'Oskar Lund'],
  ] as const) {
    const someone = await customer(context, at('/shop'));
    await someone.introduce(name);
    await someone.say(`This is ${name}`);
    await ana.accept(name);
    await ana.message(`This is ${name}`).waitFor();
  }
  await ana.row('Priya Raman').first().click();
  await ana.message('This is Priya Raman').waitFor();
  await ana.box.fill('half a sent');
  await ana.row('Oskar Lund').first().click();
  await ana.message('This is Oskar Lund').waitFor();
  assert.equal(await written(ana.box), '');
  await ana.page.reload();
  await ana.row('Priya Raman').first().click();
  await ana.message('This is Priya Raman').waitFor();
  assert.equal(await written(ana.box), 'half a sent');
  await Promise.all([shop.close(), other.close(), desk.close()]);
});

test('every text that people write is shown as text, and runs nowhere', async () => {
  const [shop, desk] = [await browser.person(), await browser.person()];
  const ana = await agent(desk, at('/desk?as=ana'));
  const maya = await customer(shop, at('/shop'));
  const name = '<img src=x onerror=document.title=1>';
  await maya.introduce(name);
  const hostile = [
    '<script>document.title = "hacked"</script>',
    '"><svg onload=document.title=1>',
    'javascript:alert(1)',
    '\u202Etxet desrever',
    'a'.repeat(9_000),
  ];
  for (const text of hostile) await maya.say(text);
  await ana.accept(name);
  for (const text of hostile) await ana.message(text).waitFor();
  for (const page of [maya.page, ana.page]) assert.doesNotMatch(await page.title(), /1|hacked/);
  assert.equal(await ana.page.getByRole('link', { name: 'javascript:alert(1)' }).count(), 0);
  assertQuiet(shop, desk);
  await Promise.all([shop.close(), desk.close()]);
});
