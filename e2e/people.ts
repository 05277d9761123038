import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { complaintsOf } from './browser.js';

// People as they meet Deskbell: by role and by name, never by what is inside.

/** What stands in a compose box, the plain one or the editor. */
export const written = (box: Locator): Promise<string> =>
  box.evaluate((element) =>
    element instanceof HTMLTextAreaElement ? element.value : [...element.children].map(({ textContent }) => textContent).join('\n'),
  );

/** A customer on a page of the shop. */
export interface Customer {
  readonly page: Page;
  readonly window: Locator;
  readonly box: Locator;
  /** Opens the chat and fills in the form before it. */
  introduce(name: string): Promise<void>;
  say(text: string): Promise<void>;
  /** A message in the window. */
  message(text: string): Locator;
}

export async function customer(context: BrowserContext, address: string): Promise<Customer> {
  const page = await context.newPage();
  await page.goto(address);
  const window = page.getByRole('dialog', { name: 'Harbour & Pine' });
  const box = window.getByRole('textbox', { name: 'Message' });
  return {
    page,
    window,
    box,
    async introduce(name) {
      await page.getByRole('button', { name: 'Open chat' }).click();
      await window.getByRole('textbox', { name: 'Your name' }).fill(name);
      await window.getByRole('button', { name: 'Start chat' }).click();
      await box.waitFor();
    },
    async say(text) {
      await box.fill(text);
      await box.press('Enter');
    },
    message: (text) => window.getByRole('log', { name: 'Messages' }).getByText(text, { exact: true }),
  };
}

/** An agent at the desk. */
export interface Agent {
  readonly page: Page;
  readonly box: Locator;
  /** A customer's row in the tray. */
  row(name: string): Locator;
  accept(name: string): Promise<void>;
  say(text: string): Promise<void>;
  message(text: string): Locator;
}

export async function agent(context: BrowserContext, address: string): Promise<Agent> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('button', { name: /^(Start|Stop) Listening$/ }).waitFor();
  const box = page.getByRole('textbox', { name: 'Message' });
  const row = (name: string): Locator => page.getByRole('listitem').filter({ hasText: name });
  // The editor has taken the place of the plain box.
  const ready = (): Promise<void> => page.getByRole('button', { name: 'Bold' }).waitFor();
  return {
    page,
    box,
    row,
    async accept(name) {
      await row(name)
        .getByRole('button', { name: /^Accept/ })
        .click();
      await ready();
    },
    async say(text) {
      await ready();
      await box.fill(text);
      await box.press('Enter');
    },
    message: (text) => page.getByRole('log', { name: 'Messages' }).getByText(text, { exact: true }),
  };
}

/** Where a customer's page is shown to an agent nothing runs, axe neither: it would wait for ever. What is around it is looked at, and the view too. */
const SHOWN: Parameters<AxeBuilder['exclude']>[0] = {
  fromFrames: [{ fromShadowDom: ['deskbell-console', 'deskbell-cobrowse-stage', 'deskbell-cobrowse-view', 'iframe'] }, 'iframe'],
};

/** Finds everything that axe finds wrong with a page; nothing is right. */
export async function assertAccessible(page: Page): Promise<void> {
  // What fades in has its contrast when it has come.
  await page.evaluate(async () => {
    const roots: (Document | ShadowRoot)[] = [document];
    // A root tells only of its own tree, and the list grows while it is walked.
    for (const root of roots) for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    const coming = roots.flatMap((root) => root.getAnimations()).filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(coming.map(({ finished }) => finished));
  });
  const { violations } = await new AxeBuilder({ page }).exclude(SHOWN).analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    [],
  );
}

/** No script failed, and no policy was breached, on any page of these people. */
export function assertQuiet(...contexts: readonly BrowserContext[]): void {
  for (const context of contexts) assert.deepEqual(complaintsOf(context), { errors: [], breaches: [] });
}
