import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { changeSettings } from './admin.js';
import { testBrowser } from './browser.js';
import { banner, seen, showByCode, until, view } from './by-code.js';
import { testDatabase } from './database.js';
import { testDemo } from './demo.js';
import { agent, assertAccessible } from './people.js';

// What both sides of co-browse see when the network, the relay or a page goes away, and when it comes back. The browsers' clocks are the tests' own,
// so that twenty seconds do not have to be waited for.

const database = await testDatabase();
const demo = await testDemo({ databaseUrl: database.url });
const browser = await testBrowser();

interface Two {
  readonly desk: Page;
  readonly shop: Page;
  readonly people: readonly BrowserContext[];
}

/** A customer at the checkout, which an agent sees. */
async function two(): Promise<Two> {
  const people = [await browser.person(), await browser.person()] as const;
  for (const person of people) {
    await person.clock.install();
    // A data channel between two browsers of one machine needs none of the networks that are cut here: e2e/channel has what goes on over it.
    await person.addInitScript({ content: 'delete globalThis.RTCPeerConnection; delete globalThis.webkitRTCPeerConnection;' });
  }
  const { page: desk } = await agent(people[0], `${demo.desk.url}/desk?as=ana`);
  const shop = await people[1].newPage();
  await shop.goto(`${demo.shop.url}/help`);
  await showByCode(desk, shop);
  await shop.goto(`${demo.shop.url}/shop/checkout`);
  await seen(desk).getByRole('heading', { name: 'Check out' }).waitFor();
  return { desk, shop, people };
}

/** Lets seconds go by for both till something is to be seen; a minute at most. */
async function pass({ people }: Pick<Two, 'people'>, shown: Locator): Promise<void> {
  for (let seconds = 0; !(await shown.isVisible()); seconds += 1) {
    assert.ok(seconds < 60, `a minute passed without ${String(shown)}`);
    for (const { clock } of people) await clock.fastForward(1_000);
  }
}

const sees = (page: Page): Locator => banner(page).getByText('Ana Sousa sees this page');
const paused = (page: Page): Locator => banner(page).getByText('Paused: reconnecting to Ana Sousa');
const waits = (desk: Page): Locator => desk.locator('deskbell-banner').getByText('Connecting again. What was shown last still stands.');
const street = (page: Page): Locator => page.locator('[name=street]');

const shows = (desk: Page, text: string): Promise<void> =>
  until(desk, async () => (await seen(desk).locator('[name=street]').inputValue()) === text);

/** Ends it, so that the next test has a desk with nothing on it. */
async function leave({ desk, people }: Two): Promise<void> {
  const end = view(desk).getByRole('button', { name: 'End', exact: true });
  if (await end.isVisible()) {
    await end.click();
    // The relay knows of it before the page goes.
    await view(desk).waitFor({ state: 'detached' });
  } else await view(desk).getByRole('button', { name: 'Close', exact: true }).click();
  await Promise.all(people.map((person) => person.close()));
}

/** Nobody was asked for anything again. */
async function assertUnasked(shop: Page): Promise<void> {
  assert.equal(await shop.locator('deskbell-cobrowse-code').count(), 0);
  assert.equal(await shop.getByRole('button', { name: 'Show my page' }).count(), 0);
}

test('COB 3, COB 5 a network that goes away for 20 s: both are told, what was shown stays, and it goes on by itself', async () => {
  const both = await two();
  const { desk, shop, people } = both;
  await street(shop).fill('Harbour Row 7');
  await shows(desk, 'Harbour Row 7');
  await Promise.all([demo.shop.cut(), demo.desk.cut()]);
  await pass(both, paused(shop));
  await pass(both, waits(desk));
  // Neither blank nor wrong.
  await shows(desk, 'Harbour Row 7');
  assert.ok(await seen(desk).getByRole('heading', { name: 'Check out' }).isVisible());
  await assertAccessible(shop);
  await street(shop).fill('Written while away');
  await shop.evaluate(() => (document.querySelector('h1')!.textContent = 'Changed while away'));
  for (const { clock } of people) await clock.fastForward(15_000);
  await Promise.all([demo.shop.mend(), demo.desk.mend()]);
  await pass(both, sees(shop));
  await shows(desk, 'Written while away');
  await seen(desk).getByRole('heading', { name: 'Changed while away' }).waitFor();
  await waits(desk).waitFor({ state: 'detached' });
  await assertUnasked(shop);
  await leave(both);
});

test('COB 3, COB 5 a relay that is killed and started again, and a customer who reloads meanwhile, lose nothing', async () => {
  const both = await two();
  const { desk, shop } = both;
  await demo.kill();
  await pass(both, paused(shop));
  await pass(both, waits(desk));
  await street(shop).fill('Written without a relay');
  // The page itself comes from there: it is not to be had.
  await assert.rejects(shop.reload());
  await demo.start();
  await shop.goto(`${demo.shop.url}/shop/checkout`);
  await pass(both, sees(shop));
  await street(shop).fill('After the restart');
  await shows(desk, 'After the restart');
  await assertUnasked(shop);
  await leave(both);
});

test('COB 3 a session that the agent ends while the customer is away is over for them when they are back, and says so', async () => {
  const both = await two();
  const { desk, shop } = both;
  await demo.shop.cut();
  await pass(both, paused(shop));
  await view(desk).getByRole('button', { name: 'End', exact: true }).click();
  await view(desk).waitFor({ state: 'detached' });
  await demo.shop.mend();
  await pass(both, banner(shop).getByText('It is over. Nobody sees your page.'));
  await Promise.all(both.people.map((person) => person.close()));
});

test('COB 1 turned off in the settings it is over at once, and both are told', async () => {
  const both = await two();
  const { desk, shop } = both;
  const turn = (enabled: boolean): Promise<void> =>
    changeSettings(demo.desk.url, ({ cobrowse }) => ({ cobrowse: { ...cobrowse, enabled } }));
  await turn(false);
  await banner(shop).getByText('It is over. Nobody sees your page.').waitFor();
  await desk.getByRole('heading', { name: 'Co-browse was turned off' }).waitFor();
  assert.equal(await desk.locator('deskbell-cobrowse-view iframe').count(), 0);
  await turn(true);
  await leave(both);
});
