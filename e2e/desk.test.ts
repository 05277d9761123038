import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { texts } from '../packages/client/src/testing/texts.js';
import { testBrowser } from './browser.js';
import { testDemo } from './demo.js';
import { agent, assertAccessible, assertQuiet, written } from './people.js';
import { CustomerBrowser, until } from './sessions.js';

// An agent has ten conversations at once, and no mouse.

const demo = await testDemo();
const browser = await testBrowser();

const { workspaces } = JSON.parse(readFileSync(new URL('../demo/settings.json', import.meta.url), 'utf8')) as {
  workspaces: [{ sites: [{ key: string }] }];
};
const [{ key }] = workspaces[0].sites;

const NAMES = ['Alma', 'Bo', 'Cem', 'Dina', 'Emil', 'Fay', 'Gil', 'Hana', 'Ivo', 'Juna'].map((name) => `${name} Lund`);

/** A customer who asks something, and what they have heard of the team. */
async function asks(name: string) {
  const visitor = new CustomerBrowser(demo.shop, key, demo.shop.url);
  visitor.session.start({ name });
  await until(visitor.session, ({ conversation }) => (conversation?.log.events.length ?? 0) > 0, `${name} to wait`);
  visitor.session.say(`Question of ${name}`);
  const hears = (text: string) =>
    until(
      visitor.session,
      ({ conversation }) => texts(conversation).includes(text),
      `${name} to read "${text}", not ${texts(visitor.session.state.conversation).join(' | ')}`,
    );
  return { name, session: visitor.session, hears };
}

/** What the keyboard is at. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute('aria-label') ?? at?.textContent.trim() ?? '';
  });

/** Goes on with Tab till the keyboard is at it. */
async function reach(page: Page, name: RegExp): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never came to ${String(name)}, but to "${await focused(page)}"`);
}

test('CMP 1, CMP 2, CMP 9, TRY 2, END 1 an agent answers ten conversations at once without touching the mouse', async () => {
  const desk = await browser.person();
  await desk.addInitScript(() => addEventListener('pointerdown', () => document.documentElement.setAttribute('data-touched', ''), true));
  const ana = await agent(desk, `${demo.desk.url}/desk?as=ana`);
  const { page, box } = ana;
  const { keyboard } = page;
  const customers: Awaited<ReturnType<typeof asks>>[] = [];
  for (const name of NAMES) customers.push(await asks(name));

  // Into the console from the page around it.
  await reach(page, /Listening$/);
  for (const [index, { name, hears }] of customers.entries()) {
    await ana.row(name).waitFor();
    await keyboard.press('Alt+KeyA');
    // First come, first served.
    await ana.message(`Question of ${name}`).waitFor();
    await keyboard.press('Alt+KeyC');
    await page.getByRole('button', { name: 'Bold' }).waitFor();
    if (index % 2) await keyboard.type(`Answer for ${name}`);
    else {
      await keyboard.type('/helo');
      await page.getByRole('option', { name: /^Hello/, selected: true }).waitFor();
      await keyboard.press('Enter');
    }
    await keyboard.press('Enter');
    await hears(
      index % 2 ? `Answer for ${name}` : `Hello ${name.split(' ')[0] ?? ''}, I'm Ana from Harbour & Pine. What can I do for you?`,
    );
  }

  // All of them write again, and are answered round and round; what was begun stays where it was begun.
  for (const { name, session } of customers) session.say(`And then, ${name}?`);
  await keyboard.press('Alt+KeyJ');
  for (const _ of customers) {
    const name: string = await page
      .getByRole('heading', { level: 2, name: / Lund$/ })
      .first()
      .innerText();
    const one = customers.find((each) => name.includes(each.name));
    assert.ok(one, name);
    await ana.message(`And then, ${one.name}?`).waitFor();
    await keyboard.press('Alt+KeyC');
    await keyboard.type(`Then this, ${one.name}`);
    await keyboard.press('Alt+KeyJ');
    await keyboard.press('Alt+KeyK');
    await ana.message(`And then, ${one.name}?`).waitFor();
    await keyboard.press('Alt+KeyC');
    assert.equal(await written(box), `Then this, ${one.name}`);
    await keyboard.press('Enter');
    await one.hears(`Then this, ${one.name}`);
    await keyboard.press('Alt+KeyJ');
  }
  await assertAccessible(page);

  // Each is ended, and closed with an outcome.
  for (const turn of customers.keys()) {
    await keyboard.press('Alt+KeyX');
    await page.getByRole('button', { name: 'Yes', exact: true }).waitFor();
    await reach(page, /^Yes$/);
    await keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Resolved' }).waitFor();
    await page.getByRole('radio', { name: 'Resolved' }).focus();
    await keyboard.press('Space');
    await keyboard.press('Alt+KeyW');
    await page
      .getByRole('listitem')
      .filter({ hasText: / Lund/ })
      .nth(customers.length - turn - 1)
      .waitFor({ state: 'detached' });
    if (turn < customers.length - 1) await keyboard.press('Alt+KeyJ');
  }
  for (const { session, name } of customers) {
    const heard = texts(session.state.conversation);
    assert.equal(
      heard.filter(
        (text) =>
          NAMES.some((other) => other !== name && text.includes(other.split(' ')[0] ?? '')) && !text.includes(name.split(' ')[0] ?? ''),
      ).length,
      0,
      heard.join(' | '),
    );
    session.destroy();
  }
  assert.equal(await page.evaluate(() => document.documentElement.hasAttribute('data-touched')), false);
  assertQuiet(desk);
  await desk.close();
});
