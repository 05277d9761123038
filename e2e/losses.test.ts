import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testBrowser } from './browser.js';
import { testDatabase } from './database.js';
import { testDemo } from './demo.js';
import { agent, assertAccessible, assertQuiet, customer, type Agent, type Customer } from './people.js';
import type { BrowserContext } from 'playwright-core';

// What people see when the network, the relay, the database or a tab goes away in the middle of a conversation, and when it comes back.

const database = await testDatabase();
const demo = await testDemo({ databaseUrl: database.url });
const browser = await testBrowser();
const at = (path: string): string => `${path.startsWith('/shop') ? demo.shop.url : demo.desk.url}${path}`;

interface Talk {
  readonly shop: BrowserContext;
  readonly desk: BrowserContext;
  readonly maya: Customer;
  readonly ana: Agent;
  end(): Promise<unknown>;
}

/** A customer and an agent in the middle of a conversation. */
async function talk(name: string): Promise<Talk> {
  const [shop, desk] = [await browser.person(), await browser.person()];
  const ana = await agent(desk, at('/desk?as=ana'));
  const maya = await customer(shop, at('/shop'));
  await maya.introduce(name);
  await maya.say('Hello');
  await ana.accept(name);
  await ana.message('Hello').waitFor();
  await ana.say('Hello to you');
  await maya.message('Hello to you').waitFor();
  return { shop, desk, maya, ana, end: () => Promise.all([shop.close(), desk.close()]) };
}

/** What stands under a message of the agent that did not go out. */
const notDelivered = ({ page }: Agent) => page.getByRole('log', { name: 'Messages' }).getByText('Not Delivered');

const assertOnce = async (person: Customer | Agent, text: string): Promise<void> => {
  await person.message(text).waitFor();
  assert.equal(await person.message(text).count(), 1);
};

test('DLV 2 without the network both windows are off and say why; with it they are on again', async () => {
  const { shop, desk, maya, ana, end } = await talk('Lina Berg');
  await Promise.all([demo.shop.cut(), demo.desk.cut()]);
  await maya.window.getByText(/^No connection/).waitFor();
  await ana.page
    .getByText(/What you wrote is kept/)
    .first()
    .waitFor({ state: 'attached' });
  assert.equal(await maya.box.isDisabled(), true);
  assert.equal(await ana.box.isDisabled(), true);
  await assertAccessible(maya.page);
  await assertAccessible(ana.page);
  await Promise.all([demo.shop.mend(), demo.desk.mend()]);
  await maya.page.evaluate(() => dispatchEvent(new Event('online')));
  await ana.page.evaluate(() => dispatchEvent(new Event('online')));
  await maya.say('Back');
  await assertOnce(ana, 'Back');
  assertQuiet(shop, desk);
  await end();
});

test('DLV 2 what an agent wrote as the network went is Not Delivered, and arrives once with Resend', async () => {
  const { maya, ana, end } = await talk('Erik Holm');
  demo.desk.hold();
  await ana.say('Into the void');
  await notDelivered(ana).waitFor();
  await ana.page.getByRole('button', { name: /^Resend/ }).click();
  await assertOnce(maya, 'Into the void');
  await notDelivered(ana).waitFor({ state: 'detached' });
  await assertOnce(ana, 'Into the void');
  await end();
});

test('DLV 2 after a refresh an undelivered message of the agent is gone', async () => {
  const { maya, ana, end } = await talk('Sara Nyberg');
  demo.desk.hold();
  await ana.say('Never sent');
  await notDelivered(ana).waitFor();
  await ana.page.reload();
  await ana.row('Sara Nyberg').first().click();
  await ana.message('Hello to you').waitFor();
  assert.equal(await ana.message('Never sent').count(), 0);
  await maya.say('Still there?');
  await ana.message('Still there?').waitFor();
  assert.equal(await maya.message('Never sent').count(), 0);
  await end();
});

test('DLV 2 an undelivered message of the customer is kept over a refresh, and goes out by itself, once', async () => {
  const { maya, ana, end } = await talk('Noor Haddad');
  demo.shop.hold();
  await maya.say('Kept in the browser');
  await maya.message('Kept in the browser').waitFor();
  await maya.page.reload();
  await assertOnce(ana, 'Kept in the browser');
  await maya.page.getByRole('button', { name: /^Open chat/ }).click();
  await assertOnce(maya, 'Kept in the browser');
  await end();
});

test('DLV 5 a relay that is killed in mid-conversation and started again has lost nothing', async () => {
  const { maya, ana, end } = await talk('Jonas Weber');
  await demo.kill();
  await maya.window.getByText(/^No connection/).waitFor();
  await demo.start();
  await maya.say('After the crash');
  await assertOnce(ana, 'After the crash');
  await ana.say('Nothing happened');
  await assertOnce(maya, 'Nothing happened');
  for (const text of ['Hello', 'Hello to you']) {
    await assertOnce(maya, text);
    await assertOnce(ana, text);
  }
  await end();
});

test('DLV 5 a database that restarts in mid-conversation has lost nothing', async () => {
  const { maya, ana, end } = await talk('Mila Novak');
  await database.stop();
  await maya.say('While it is away');
  await maya.message('While it is away').waitFor();
  await database.start();
  await assertOnce(ana, 'While it is away');
  await ana.say('Got it');
  await assertOnce(maya, 'Got it');
  await end();
});

test('WID 3 a conversation goes on over page changes and reloads, and in two tabs over one socket that is handed on', async () => {
  const { shop, maya, ana, end } = await talk('Hana Sato');
  await maya.page.goto(at('/shop/blanket'));
  await maya.page.getByRole('button', { name: /^Open chat/ }).click();
  await maya.message('Hello to you').waitFor();
  const before = demo.shop.sockets;
  const second = await customer(shop, at('/shop'));
  await second.page.getByRole('button', { name: /^Open chat/ }).click();
  await second.message('Hello to you').waitFor();
  assert.equal(demo.shop.sockets, before);
  await Promise.all([maya.say('from the first tab'), second.say('from the second tab')]);
  for (const text of ['from the first tab', 'from the second tab']) {
    await assertOnce(ana, text);
    await assertOnce(maya, text);
    await assertOnce(second, text);
  }
  await maya.page.close();
  await second.say('the first tab is gone');
  await assertOnce(ana, 'the first tab is gone');
  await ana.say('I hear you');
  await assertOnce(second, 'I hear you');
  await end();
});

test('WID 3 the chat stays on a page that replaces its body', async () => {
  const { maya, ana, end } = await talk('Pia Lund');
  await maya.page.evaluate(() => {
    const body = document.createElement('body');
    body.append(document.createElement('main'));
    document.body.replaceWith(body);
  });
  await ana.say('Still here?');
  await maya.message('Still here?').waitFor();
  await end();
});
